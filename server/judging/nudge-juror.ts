import 'server-only'
import { eq } from 'drizzle-orm'
import { database, transaction } from '@/db/client'
import { jurors } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { restsUntil } from '@/domain/judging/nudge'
import { type Refusal, refuse } from '@/domain/refusal'
import { record as audit } from '../audit'
import { now } from '../clock'
import { baseUrl } from '../env'
import type { FoundEvent } from '../events/find-event'
import { lockEvent } from '../events/lock-event'
import { enqueueMail } from '../mail'
import { addressesOf } from '../people/queries'
import { type JuryRecord, juryRecords, type RecordedJuror } from './jury-record'
import { missingBallots } from './missing-ballots'

/**
 * The organizer asks a juror for the ballots that are missing, or without `juror` everybody who owes one: a line on
 * their sheet, and a mail where an address is known. Whoever was asked within the last minutes is left in peace.
 * Refused `nobody-missing` when there is nothing to ask for, and `nudged-lately` with the instant from which one may
 * again when nobody can be asked now.
 */
export async function nudgeJuror(
  actor: Actor,
  { event: id, juror }: { event: string; juror?: string },
): Promise<{ nudged: number } | Refusal> {
  return transaction(async () => {
    const found = await lockEvent(id)
    if (!found) return refuse('not-found')
    const no = can(actor, 'nudge-juror', { event: found.facts }, now())
    if (no) return no
    const asked = (await juryRecords(id)).flatMap((record) =>
      record.jurors
        .filter((one) => juror === undefined || one.id === juror)
        .map((seat) => ({ seat, teams: owedBy(record, seat) })),
    )
    if (asked.length === 0) return refuse('not-found')
    const owing = asked.filter(({ teams }) => teams > 0)
    if (owing.length === 0) return refuse('nobody-missing')
    const at = now()
    const rests = owing.map(({ seat }) => restsUntil(seat.nudgedAt, at))
    const ready = owing.filter((_, place) => rests[place] === null)
    if (ready.length === 0) {
      const again = Math.min(...rests.map((until) => until?.getTime() ?? Number.POSITIVE_INFINITY))
      const zone = found.event.timeZone
      return refuse('nudged-lately', { at: new Date(again).toISOString(), zone, count: owing.length })
    }
    for (const { seat, teams } of ready) await remind(actor, found, seat, teams, at)
    return { nudged: ready.length }
  })
}

const owedBy = (record: JuryRecord, { id }: RecordedJuror) =>
  missingBallots(record).filter(({ juror }) => juror === id).length

async function remind(actor: Actor, found: FoundEvent, seat: RecordedJuror, teams: number, at: Date) {
  const { event } = found
  await database.update(jurors).set({ nudgedAt: at }).where(eq(jurors.id, seat.id))
  const mailed = await mailReminder(found, seat, teams, at)
  await audit({
    actor,
    action: 'nudge-juror',
    object: { kind: 'juror', id: seat.id },
    event: event.id,
    details: { teams, mailed },
  })
}

/** Whether there is an address to write to. */
async function mailReminder(
  { event, edition }: FoundEvent,
  { id, personId, office }: RecordedJuror,
  count: number,
  at: Date,
): Promise<boolean> {
  if (personId === null) return false
  const [to] = await addressesOf(personId)
  if (!to) return false
  await enqueueMail({
    to,
    template: 'ballots-asked',
    event: event.id,
    values: { office, event: event.name, count, link: `${baseUrl()}/jury/${edition.slug}/${event.slug}` },
    dedupeKey: `ballots-asked ${id} ${at.toISOString()}`,
  })
  return true
}
