import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { persons } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { allOrNothing } from '../all-or-nothing'
import { record } from '../audit'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { withdrawRegistration } from '../registration/withdraw-registration'
import { holdPerson, holdTeam, seated } from '../teams/find-team'
import { passCaptaincy } from '../teams/hand-over-captaincy'
import { vacate } from '../teams/leave-team'
import { eraseTraces } from './erase-traces'
import { type ErasedPlace, planErasure } from './erasure'

/**
 * Erases one's own account: name, addresses, sessions, roles and mail go; the rows that figures, ballots and sealed
 * results stand on stay without a name. All of it or nothing. Refused `erasure-unconfirmed`, and `erasure-captain` while
 * the captaincy of a team can be handed over; once its members are fixed it passes to the next seat by itself.
 */
export async function erasePerson(
  actor: Actor,
  { confirmed }: { confirmed: boolean },
): Promise<{ erased: string } | Refusal> {
  if (actor.personId === null) return refuse('sign-in')
  const { personId } = actor
  return allOrNothing(async () => {
    await holdPerson(personId)
    const plan = await planErasure(actor)
    if (isRefusal(plan)) return plan
    if (await isErased(personId)) return refuse('not-found')
    const first = plan.places.find(({ becomes }) => becomes === 'hands-over-first')
    if (first) return refuse('erasure-captain', { team: first.teamName, event: first.eventName })
    if (!confirmed) return refuse('erasure-unconfirmed', { field: 'confirmed' })
    for (const place of plan.places) {
      const no = await giveUp(actor, personId, place)
      if (no) return no
    }
    for (const { event, withdraws } of plan.registrations) {
      const outcome = withdraws ? await withdrawRegistration(actor, { event }) : null
      if (isRefusal(outcome) && outcome.code !== 'not-found') return outcome
    }
    await eraseTraces(personId)
    await record({ actor, action: 'erase-person', object: { kind: 'person', id: personId } })
    return { erased: personId }
  })
}

async function isErased(personId: string): Promise<boolean> {
  const [found] = await (await db())
    .select({ erasedAt: persons.erasedAt })
    .from(persons)
    .where(eq(persons.id, personId))
  return !found || found.erasedAt !== null
}

async function giveUp(
  actor: Actor,
  personId: string,
  { team, event, becomes, next }: ErasedPlace,
): Promise<Refusal | null> {
  if (becomes === 'stays') return null
  if (becomes === 'passes-captaincy') {
    if (!next || !(await holdTeam(team))) return refuse('not-found')
    const own = (await seated(team)).find((member) => member.personId === personId)
    await passCaptaincy(own?.id ?? null, next)
    const details = { from: own?.id ?? null, to: next }
    await record({ actor, action: 'hand-over-captaincy', object: { kind: 'team', id: team }, event, details })
    return null
  }
  const no = await vacate(actor, personId, team)
  if (no) return no
  await refreshConflicts(event, actor)
  await record({ actor, action: 'leave-team', object: { kind: 'team', id: team }, event })
  return null
}
