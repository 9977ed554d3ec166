import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findTeam, holdTeam, seated } from './find-team'
import { passCaptaincy } from './hand-over-captaincy'

/**
 * Takes the lead of a team whose captain is only provisional: the first of an institution's list, until a confirmed
 * member claims it. Refused `captaincy-claimed` when somebody did, `confirm-first` to who has not confirmed.
 */
export async function claimCaptaincy(
  actor: Actor,
  { team: id }: { team: string },
): Promise<{ team: string; captain: string } | Refusal> {
  const { personId } = actor
  const found = await findTeam(id)
  if (personId === null) return refuse('sign-in')
  if (!found) return refuse('not-found')
  const no = can(actor, 'claim-captaincy', { event: found.facts, team: id }, now())
  if (no) return no
  return transaction(async (tx) => {
    if (!(await holdTeam(id))) return refuse('not-found')
    const members = await seated(id)
    const own = members.find((member) => member.personId === personId)
    const captain = members.find(({ role }) => role === 'captain')
    if (!own) return refuse('not-found')
    if (captain && !captain.provisional) {
      return captain.id === own.id ? { team: id, captain: own.id } : refuse('captaincy-claimed')
    }
    const [registration] = await tx
      .select({ confirmedAt: registrations.confirmedAt })
      .from(registrations)
      .where(and(eq(registrations.personId, personId), eq(registrations.eventId, found.event.id)))
    if (!registration?.confirmedAt) return refuse('confirm-first')
    await passCaptaincy(captain?.id ?? null, own.id)
    await record({
      actor,
      action: 'claim-captaincy',
      object: { kind: 'team', id },
      event: found.event.id,
      details: { captain: own.id },
    })
    return { team: id, captain: own.id }
  })
}
