import 'server-only'
import { db, transaction } from '@/db/client'
import { consents } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import type { ConsentPurpose } from '@/domain/registration/states'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { consentsOf } from './queries'

/** A yes or a no for each purpose that was asked about. */
export type ConsentAnswers = Partial<Readonly<Record<ConsentPurpose, boolean>>>

/** Writes one's own yes or no for an event down; the history stays and the last answer holds. */
export async function recordConsent(
  actor: Actor,
  input: { event: string; answers: ConsentAnswers },
): Promise<{ answers: ConsentAnswers } | Refusal> {
  const { personId } = actor
  const found = await findEventById(input.event)
  if (personId === null) return refuse('sign-in')
  if (!found) return refuse('not-found')
  const no = can(actor, 'record-consent', { event: found.facts, person: personId }, now())
  if (no) return no
  return transaction(async () => {
    const changed = await keepConsents(personId, input.event, input.answers)
    if (changed.length > 0) {
      await record({
        actor,
        action: 'record-consent',
        object: { kind: 'person', id: personId },
        event: input.event,
        details: { changed },
      })
    }
    return { answers: await consentsOf(personId, input.event) }
  })
}

/** Writes the answers that differ from the last ones, in the caller's transaction, and says which purposes those are. */
export async function keepConsents(
  personId: string,
  eventId: string,
  answers: ConsentAnswers,
): Promise<ConsentPurpose[]> {
  const before = await consentsOf(personId, eventId)
  const changed = (Object.entries(answers) as [ConsentPurpose, boolean][]).filter(
    ([purpose, given]) => before[purpose] !== given,
  )
  if (changed.length > 0) {
    const rows = changed.map(([purpose, given]) => ({ personId, eventId, purpose, given, at: now() }))
    await (await db()).insert(consents).values(rows)
  }
  return changed.map(([purpose]) => purpose)
}
