import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { boardCards, outbox, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { baseUrl } from '../env'
import { isUuid } from '../events/find-event'
import { enqueueMail } from '../mail'
import { addressesOf } from '../people/queries'
import { findTeam, teamOf } from './find-team'
import { makeInvitation } from './make-invitation'
import { openInvitation } from './queries'

/**
 * Sends somebody of the board the team's open invitation, or a new one, by a mail that the captain sees no address of.
 * A team writes to each card once: asking again sends nothing. Refused `board-left` when the card is gone, and what an invitation refuses.
 */
export async function inviteFromBoard(
  actor: Actor,
  input: { team: string; registration: string },
): Promise<{ registration: string } | Refusal> {
  const found = await findTeam(input.team)
  if (!found) return refuse('not-found')
  const { event, facts, team } = found
  const no = can(actor, 'manage-roster', { event: facts, team: team.id }, now())
  if (no) return no
  if (!isUuid(input.registration)) return refuse('board-left')
  return transaction(async (tx) => {
    const [card] = await tx
      .select({ personId: registrations.personId, listedAt: boardCards.listedAt })
      .from(boardCards)
      .innerJoin(registrations, eq(registrations.id, boardCards.registrationId))
      .where(
        and(
          eq(boardCards.registrationId, input.registration),
          eq(registrations.eventId, event.id),
          eq(registrations.state, 'registered'),
          isNull(boardCards.takenDownAt),
        ),
      )
      .for('update')
    if (!card || (await teamOf(card.personId, event.id))) return refuse('board-left')
    const [to] = await addressesOf(card.personId)
    const open = (await openInvitation(team.id)) ?? (await makeInvitation(actor, { team: team.id }))
    if (isRefusal(open)) return open
    const dedupeKey = `team-invites ${team.id} ${input.registration} ${card.listedAt.toISOString()}`
    const [written] = await tx.select({ id: outbox.id }).from(outbox).where(eq(outbox.dedupeKey, dedupeKey))
    if (!to || written) return { registration: input.registration }
    await enqueueMail({
      ...{ to, template: 'team-invites', dedupeKey },
      event: event.id,
      values: { team: team.name, event: event.name, link: `${baseUrl()}/j/${open.code}` },
    })
    const details = { registration: input.registration }
    const object = { kind: 'team', id: team.id }
    await record({ actor, action: 'invite-from-board', object, event: event.id, details })
    return { registration: input.registration }
  })
}
