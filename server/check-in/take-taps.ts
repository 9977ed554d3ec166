import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { checkIns, checkInTaps, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { arrivalOf, tappedAt } from '@/domain/check-in/arrival'
import { type Refusal, refuse } from '@/domain/refusal'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

export interface ToldTap {
  /** The device's own id of it. */
  readonly id: string
  readonly registration: string
  readonly present: boolean
  /** When it was made, in milliseconds of the server's clock. */
  readonly at: number
}

export interface TakenTaps {
  /** The ids that are kept now, also those that were before. */
  readonly saved: readonly string[]
  /** Ids of taps about somebody who is not registered here. */
  readonly unknown: readonly string[]
}

/**
 * Takes what helpers tapped at the door, perhaps long ago and without a network: each once, however often it is told,
 * and the earliest counts. Refused `sign-in`, `not-found`, `not-allowed`.
 */
export async function takeTaps(
  actor: Actor,
  { event: id, device, taps }: { event: string; device: string; taps: readonly ToldTap[] },
): Promise<TakenTaps | Refusal> {
  const found = await findEventById(id)
  if (!found) return refuse('not-found')
  const no = can(actor, 'check-in', { event: found.facts }, now())
  if (no) return no
  const by = actor.personId
  if (by === null) return refuse('sign-in')
  return transaction(async (tx) => {
    const turn = await takeTurn(id)
    const here = await registeredOf(
      id,
      taps.map(({ registration }) => registration),
    )
    const known = taps.filter(({ registration }) => here.has(registration))
    const rows = known.map(({ id, registration, present, at }) => ({
      id,
      present,
      registrationId: registration,
      at: tappedAt(now(), at),
      receivedAt: now(),
      device,
      by,
    }))
    const added = rows.length
      ? await tx.insert(checkInTaps).values(rows).onConflictDoNothing().returning()
      : []
    for (const registration of new Set(added.map(({ registrationId }) => registrationId)))
      await settle(registration)
    if (added.length > 0) {
      const of = (present: boolean) =>
        added.filter((tap) => tap.present === present).map(({ registrationId }) => registrationId)
      const details = { came: of(true), takenBack: of(false) }
      await record({ actor, action: 'take-taps', object: { kind: 'event', id }, event: id, details }, turn)
    }
    return {
      saved: known.map(({ id }) => id),
      unknown: taps.filter(({ registration }) => !here.has(registration)).map(({ id }) => id),
    }
  })
}

async function registeredOf(event: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await (await db())
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.eventId, event), inArray(registrations.id, [...ids])))
  return new Set(rows.map(({ id }) => id))
}

/** Makes the check-in say what the taps say. */
async function settle(registrationId: string): Promise<void> {
  const database = await db()
  const rows = await database.select().from(checkInTaps).where(eq(checkInTaps.registrationId, registrationId))
  const arrival = arrivalOf(rows.map((row) => ({ ...row, registration: row.registrationId })))
  await database.delete(checkIns).where(eq(checkIns.registrationId, registrationId))
  if (!arrival) return
  const { at, receivedAt, device, by } = arrival
  await database.insert(checkIns).values({ registrationId, at, receivedAt, device, by })
}
