import 'server-only'
import { brokenConstraint } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type HeldMark, type Received, receiveMarks, type SentMark } from '@/domain/judging/receive-marks'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import type { Deed } from '../audit'
import { now } from '../clock'
import { findEvent, isUuid } from '../events/find-event'
import { notePresence } from './note-presence'
import { oneByOne } from './one-by-one'
import { readSheet } from './read-sheet'
import { seatOf } from './seat-of'
import { writeMarks } from './write-marks'

export interface SavedMarks {
  /** The ids the record holds, also when it held them before. */
  readonly saved: readonly string[]
  readonly rejected: readonly { readonly id: string; readonly refusal: Refusal }[]
  /** Kept in the history but not current: another device changed the cell meanwhile, and the juror decides. */
  readonly conflicts: readonly { readonly mine: HeldMark; readonly theirs: HeldMark }[]
}

/**
 * Saves a juror's marks, each on its own: one that is refused stops no other. Idempotent by the marks' ids; `device` is
 * the client's name for itself and `seq` counts on it. Marks made before closing that arrive after it are kept as late
 * and refused `closed-judging`. Values never enter the audit.
 */
export async function saveMarks(
  actor: Actor,
  input: { edition: string; event: string; marks: readonly SentMark[] },
): Promise<SavedMarks | Refusal> {
  const found = await findEvent(input.edition, input.event)
  if (!found) return refuse('not-found')
  const seat = seatOf(actor, found.event.id)
  const no = can(
    actor,
    'save-marks',
    { event: { ...found.facts, phase: 'judging' }, juror: seat?.juror },
    now(),
  )
  if (no) return no
  if (!seat) return refuse('not-found')
  const place = { eventId: found.event.id, jurorId: seat.juror }
  const known = input.marks.filter(({ entry, criterion }) => isUuid(entry) && isUuid(criterion))
  const strays = input.marks
    .filter((mark) => !known.includes(mark))
    .map(({ id, entry }) => ({
      id,
      refusal: isUuid(entry)
        ? refuse('criterion-unknown', { field: 'criterion' })
        : refuse('entry-not-yours', { field: 'entry' }),
    }))
  if (known.length === 0) return { saved: [], rejected: strays, conflicts: [] }

  const asked = {
    entryIds: [...new Set(known.map(({ entry }) => entry))],
    markIds: known.map(({ id }) => id),
  }
  const outcome = await oneByOne(place.eventId, async (): Promise<Received | Refusal | null> => {
    const { end, phase, seenAt, sheet } = await readSheet(place, asked)
    const facts = { ...found.facts, phase }
    const untimely = can(actor, 'save-marks', { event: facts, juror: seat.juror }, now())
    if (untimely && !sheet.closed) return untimely
    const received = receiveMarks(known, sheet)
    const { written } = received
    const deed: Deed = {
      actor,
      action: 'save-marks',
      object: { kind: 'juror', id: seat.juror },
      event: place.eventId,
      details: {
        marks: written.map(({ id }) => id),
        late: written.filter(({ late }) => late).length,
        contested: written.filter(({ contested }) => contested).length,
      },
    }
    if (written.length > 0 && !(await writeMarks(seat.juror, sheet, received, deed, end))) return null
    await notePresence(seat.juror, seenAt)
    return received
  }).catch((error: unknown) => {
    // An id somebody else used meanwhile in another event, or a rubric replaced under the first mark.
    const broken = brokenConstraint(error)
    if (broken === 'marks_pkey') return refuse('mark-id-taken', { field: 'id' })
    if (broken === 'marks_criterion') return refuse('criterion-unknown', { field: 'criterion' })
    throw error
  })
  if (isRefusal(outcome)) return outcome
  const { saved, rejected, conflicts } = outcome
  return { saved, rejected: [...strays, ...rejected], conflicts }
}
