import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { events, publications } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { Openness } from '@/domain/publishing/openness'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { refuseLocked } from '../editions/refuse-locked'
import { enterPhase } from '../events/advance-phase'
import { lockEvent } from '../events/lock-event'
import { lastVersion } from '../ranking/correct-result'

export interface Published {
  readonly publication: string
  readonly version: number
  /** The same person sealed and publishes; the public page says so. */
  readonly oneHand: boolean
}

/**
 * Makes the newest sealed version public, as open as chosen; the event's setting follows that choice. Only an organizer.
 * A correction is published in the same way and replaces the version before it on the public page. Refused
 * `already-published` when no version waits, `rule-locked` for another openness than the one the edition locks.
 */
export async function publishResult(
  actor: SignedIn,
  { event: id, openness }: { event: string; openness: Openness },
): Promise<Published | Refusal> {
  return transaction(async (tx) => {
    const found = await lockEvent(id)
    if (!found) return refuse('not-found')
    const { facts } = found
    const last = await lastVersion(id)
    const corrects = last !== null && last.version > 1
    const no = can(actor, corrects ? 'publish-correction' : 'publish-result', { event: facts }, now())
    if (no) return no
    if (!last || last.published) return refuse('already-published')
    if (openness !== found.event.openness) {
      const locked = await refuseLocked(found.event, 'openness', 'openness')
      if (locked) return locked
      await tx.update(events).set({ openness }).where(eq(events.id, id))
    }
    const [made] = await tx
      .insert(publications)
      .values({ resultId: last.id, openness, publishedAt: now(), publishedBy: actor.personId })
      .onConflictDoNothing()
      .returning({ id: publications.id })
    if (!made) return refuse('already-published')
    if (!corrects) {
      const lost = await enterPhase(actor, id, 'sealed', 'published')
      if (lost) throw new Error('the event left its seal while it was held')
    }
    const oneHand = last.sealedBy === actor.personId
    const details = { version: last.version, openness, oneHand }
    await record({
      actor,
      action: 'publish-result',
      object: { kind: 'result', id: last.id },
      event: id,
      details,
    })
    return { publication: made.id, version: last.version, oneHand }
  })
}
