import 'server-only'
import type { Actor } from '@/domain/access/actor'
import type { AccessObject } from '@/domain/access/standing'
import type { FoundEvent } from '../events/find-event'
import type { JuryRecord } from '../judging/jury-record'
import { expectedSheets } from '../judging/missing-ballots'

/** The actor's seat on the event's jury. */
export const seatOf = (actor: Actor, eventId: string) =>
  actor.seats.find(({ event }) => event === eventId)?.juror

/** The jury desk as an object of the access policy: the actor's own sheet, and whether it is done. */
export function juryPlace(actor: Actor, { facts }: FoundEvent, record: JuryRecord): AccessObject {
  const juror = seatOf(actor, facts.id)
  const ownBallotsSubmitted = !expectedSheets(record).some(
    (sheet) => sheet.juror === juror && sheet.status === 'draft',
  )
  const presidentless = !record.jurors.some(({ president, seated }) => president && seated)
  return { event: facts, juror, ownBallotsSubmitted, presidentless }
}
