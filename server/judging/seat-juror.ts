import 'server-only'
import { and, eq, isNull, max, ne } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { jurors, persons, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isLegible } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById, isUuid } from '../events/find-event'
import { lockEvent } from '../events/lock-event'
import { holdOrganization } from '../organizations/find-organization'
import { awardsWithJury } from './award-juries'
import { refreshConflicts } from './refresh-conflicts'

export interface NewSeat {
  readonly event: string
  /** The office shown wherever the seat is: "President of CNES". */
  readonly office: string
  readonly person?: string | null
  readonly organization?: string | null
  /** The special prize the seat scores for; without one it is the event's own jury. */
  readonly award?: string | null
  /** False for an honorary seat, which scores nothing. */
  readonly voting?: boolean
  readonly president?: boolean
  /** The seat belongs to the example data, not to a published jury. */
  readonly invented?: boolean
}

/**
 * Seats somebody in an event's jury, after those seated before. Refused `seat-taken` for a person seated already,
 * `juror-participates` for one registered there, `president-seated` where another presides, `award-unknown`, and
 * `award-president` for a seat of a special prize that would preside.
 */
export async function seatJuror(actor: Actor, input: NewSeat): Promise<{ juror: string } | Refusal> {
  const { event: eventId, person = null, organization = null, award = null } = input
  const { voting = true, president = false, invented = false } = input
  const found = await findEventById(eventId)
  if (!found) return refuse('not-found')
  const no = can(actor, 'seat-jurors', { event: found.facts }, now())
  if (no) return no
  const office = input.office.normalize('NFC').trim()
  if (!isLegible(office)) return refuse('office-missing', { field: 'office' })
  if (office.length > 200) return refuse('office-long', { field: 'office', max: 200 })
  return transaction(async (tx) => {
    const known = organization === null || (await holdOrganization(organization)) !== null
    await lockEvent(eventId)
    if (person !== null) {
      const [known] = isUuid(person) ? await tx.select().from(persons).where(eq(persons.id, person)) : []
      if (!known) return refuse('person-unknown', { field: 'person' })
      const [registered] = await tx
        .select()
        .from(registrations)
        .where(
          and(
            eq(registrations.personId, person),
            eq(registrations.eventId, eventId),
            ne(registrations.state, 'withdrawn'),
          ),
        )
      if (registered) return refuse('juror-participates', { field: 'person' })
    }
    if (!known) return refuse('organization-unknown', { field: 'organization' })
    if (award !== null) {
      const own = await awardsWithJury(eventId)
      if (!own.some(({ id }) => id === award)) return refuse('award-unknown', { field: 'award' })
      if (president) return refuse('award-president', { field: 'president' })
    }
    if (president) {
      const [presiding] = await tx
        .select({ office: jurors.office })
        .from(jurors)
        .where(and(eq(jurors.eventId, eventId), eq(jurors.president, true), isNull(jurors.unseatedAt)))
      if (presiding) return refuse('president-seated', { field: 'president', office: presiding.office })
    }
    const [last] = await tx
      .select({ position: max(jurors.position) })
      .from(jurors)
      .where(eq(jurors.eventId, eventId))
    const [seated] = await tx
      .insert(jurors)
      .values({
        eventId,
        personId: person,
        organizationId: organization,
        awardId: award,
        office,
        position: (last?.position ?? 0) + 1,
        voting,
        president,
        invented,
        seatedAt: now(),
      })
      .onConflictDoNothing()
      .returning({ id: jurors.id })
    if (!seated) return refuse('seat-taken', { field: 'person' })
    await refreshConflicts(eventId, actor)
    await record({
      actor,
      action: 'seat-juror',
      object: { kind: 'juror', id: seated.id },
      event: eventId,
      details: { voting, president, ...(award !== null && { award }) },
    })
    return { juror: seated.id }
  })
}
