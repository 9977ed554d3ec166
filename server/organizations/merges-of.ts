import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { competitions, editions, organizationMerges, organizations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { refuse } from '@/domain/refusal'
import { lookAlikes } from './look-alikes'
import { mergeRefused } from './mergeable'
import { waitingProposals } from './proposals'

/** What organizers propose, pairs that may be one, and the merges made so far: for who may merge through the edition (its slug). */
export async function mergesOf(actor: Actor, slug: string) {
  const tx = await db()
  const [edition] = await tx
    .select({ id: editions.id, slug: editions.slug, competition: competitions.name })
    .from(editions)
    .innerJoin(competitions, eq(competitions.id, editions.competitionId))
    .where(eq(editions.slug, slug))
  if (!edition) return refuse('not-found')
  const no = await mergeRefused(actor, edition.id)
  if (no) return no
  const into = alias(organizations, 'into')
  const merges = await tx
    .select({
      id: organizationMerges.id,
      merged: organizations.name,
      into: into.name,
      mergedAt: organizationMerges.mergedAt,
      undoneAt: organizationMerges.undoneAt,
    })
    .from(organizationMerges)
    .innerJoin(organizations, eq(organizations.id, organizationMerges.mergedId))
    .innerJoin(into, eq(into.id, organizationMerges.intoId))
    .orderBy(desc(organizationMerges.mergedAt), desc(organizationMerges.id))
  return { edition, merges, pairs: await lookAlikes(), proposals: await waitingProposals(edition.id) }
}
