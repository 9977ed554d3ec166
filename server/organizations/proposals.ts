import 'server-only'
import { and, asc, eq, isNull, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { events, mergeProposals, organizationMerges, organizations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { proposalState } from '@/domain/organizations/proposal-state'
import { isRefusal } from '@/domain/refusal'
import { editableOrganization, type OrganizationOfEvent } from './find-organization'

/** What an event's organizers proposed of an organization, the latest first, with what became of it. */
export async function proposalsAbout(actor: Actor, input: OrganizationOfEvent) {
  const found = await editableOrganization(actor, input)
  if (isRefusal(found)) return found
  const { id } = found.organization
  const about = or(eq(mergeProposals.mergedId, id), eq(mergeProposals.intoId, id))
  const rows = await proposals(and(eq(mergeProposals.eventId, input.event), about))
  return rows.reverse()
}

/** The proposals that wait for who administers an edition, in the order they came; the caller has asked who that is. */
export const waitingProposals = (edition: string) =>
  proposals(and(eq(events.editionId, edition), isNull(mergeProposals.decidedAt)))

async function proposals(where: SQL | undefined) {
  const into = alias(organizations, 'into')
  const rows = await (await db())
    .select({
      ...{ id: mergeProposals.id, mergedId: mergeProposals.mergedId, intoId: mergeProposals.intoId },
      ...{ merged: organizations.name, into: into.name, event: events.name },
      ...{ zone: events.timeZone, city: events.city, reason: mergeProposals.reason },
      ...{ proposedAt: mergeProposals.proposedAt, decidedAt: mergeProposals.decidedAt },
      answer: mergeProposals.answer,
      merge: organizationMerges,
    })
    .from(mergeProposals)
    .innerJoin(events, eq(events.id, mergeProposals.eventId))
    .innerJoin(organizations, eq(organizations.id, mergeProposals.mergedId))
    .innerJoin(into, eq(into.id, mergeProposals.intoId))
    .leftJoin(organizationMerges, eq(organizationMerges.id, mergeProposals.mergeId))
    .where(where)
    .orderBy(asc(mergeProposals.proposedAt), asc(mergeProposals.id))
  return rows.map(({ merge, ...row }) => ({ ...row, state: proposalState({ ...row, merge }) }))
}
