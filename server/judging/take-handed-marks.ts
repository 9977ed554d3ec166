import 'server-only'
import { brokenConstraint } from '@/db/client'
import type { SignedIn } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { readHanded } from '@/domain/judging/handed-marks'
import { type Received, receiveMarks } from '@/domain/judging/receive-marks'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import type { Deed } from '../audit'
import { now } from '../clock'
import { findEventById, isUuid } from '../events/find-event'
import { journalSettled } from '../journal/keep'
import { findSeat } from './find-seat'
import { oneByOne } from './one-by-one'
import { readMarks } from './read-request'
import { readSheet } from './read-sheet'
import { writeMarks } from './write-marks'

/** What became of the marks a juror handed over, and of which seat they are. */
export interface TakenMarks extends Pick<Received, 'saved' | 'conflicts'> {
  readonly office: string
  readonly rejected: readonly {
    readonly id: string
    readonly entry: string
    readonly criterion: string
    readonly refusal: Refusal
  }[]
}

/**
 * Takes in the marks that a juror's device could not send and handed over as text. They are saved as if the device had
 * sent them, under their own ids: it may still do so later and nothing counts twice. Who took them in is kept with each.
 * Refused `handed-unreadable` for a text that is none, and `handed-elsewhere` for a juror of another final.
 */
export async function takeHandedMarks(
  actor: SignedIn,
  { event, text }: { event: string; text: string },
): Promise<TakenMarks | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'enter-paper-marks', { event: found.facts }, now())
  if (no) return no
  const handed = readHanded(text)
  if (!handed) return refuse('handed-unreadable', { field: 'text' })
  const seated = await findSeat(handed.juror)
  if (seated?.seat.eventId !== event) return refuse('handed-elsewhere', { field: 'text' })
  const place = { edition: found.edition.slug, event: found.event.slug }
  const sent = readMarks({ ...place, marks: handed.marks })
  if (isRefusal(sent)) {
    return sent.code === 'marks-many' ? sent : refuse('handed-unreadable', { field: 'text' })
  }
  const known = sent.marks.filter(({ entry, criterion }) => isUuid(entry) && isUuid(criterion))
  if (sent.unread.length > 0 || known.length < sent.marks.length)
    return refuse('handed-unreadable', { field: 'text' })
  const { id: juror, office } = seated.seat
  const asked = {
    entryIds: [...new Set(known.map(({ entry }) => entry))],
    markIds: known.map(({ id }) => id),
  }

  const taken = await oneByOne<TakenMarks | Refusal>(`${place.edition}/${place.event}`, async () => {
    const read = await readSheet({ seats: [{ juror }] }, place, asked)
    if (!read) return refuse('not-found')
    const late = can(actor, 'enter-paper-marks', { event: read.facts }, now())
    if (late) return late
    const received = receiveMarks(known, read.sheet)
    const deed: Deed = {
      actor,
      action: 'take-handed-marks',
      object: { kind: 'juror', id: juror },
      event,
      details: { marks: received.written.map(({ id }) => id) },
    }
    const written =
      received.written.length === 0 ||
      (await writeMarks(juror, read.sheet, received, deed, read.end, actor.personId))
    if (!written) return null
    const cells = new Map(known.map(({ id, entry, criterion }) => [id, { entry, criterion }]))
    const rejected = received.rejected.flatMap(({ id, refusal }) => {
      const cell = cells.get(id)
      return cell ? [{ id, ...cell, refusal }] : []
    })
    return { saved: received.saved, rejected, conflicts: received.conflicts, office }
  }).catch((error: unknown) => {
    if (brokenConstraint(error) === 'marks_pkey') return refuse('mark-id-taken', { field: 'text' })
    throw error
  })
  await journalSettled()
  return taken
}
