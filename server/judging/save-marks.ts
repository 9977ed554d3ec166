import 'server-only'
import { brokenConstraint } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { AccessObject, EventFacts } from '@/domain/access/standing'
import { type HeldMark, receiveMarks, type SentMark } from '@/domain/judging/receive-marks'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import type { Deed } from '../audit'
import { now } from '../clock'
import { isUuid } from '../events/find-event'
import { journalSettled } from '../journal/keep'
import { notePresence } from './note-presence'
import { oneByOne } from './one-by-one'
import type { Place, UnreadMark } from './read-request'
import { readSheet } from './read-sheet'
import { writeMarks } from './write-marks'

export interface SavedMarks {
  /** The ids the record holds, also when it held them before. */
  readonly saved: readonly string[]
  readonly rejected: readonly UnreadMark[]
  /** Kept in the history but not current: another device changed the cell meanwhile, and the juror decides. */
  readonly conflicts: readonly { readonly mine: HeldMark; readonly theirs: HeldMark }[]
}

/** As many as one statement writes: the hall's other jurors take their turns in between. */
const SLICE = 500

/**
 * Saves a juror's marks, each on its own: one that is refused stops no other. Idempotent by the marks' ids; `device` is
 * the client's name for itself and `seq` counts on it. Marks made before closing that arrive after it are kept as late
 * and refused `closed-judging`. Values never enter the audit. `waiting` is how many marks the device holds beyond these,
 * `unread` are those that came with them and are none.
 */
export async function saveMarks(
  actor: Actor,
  { marks, unread = [], waiting, ...place }: Sent,
): Promise<SavedMarks | Refusal> {
  const known = marks.filter(isNamed)
  const strays = marks
    .filter((mark) => !isNamed(mark))
    .map(({ id, entry }) => ({ id, refusal: strayed(entry) }))
  const done: SavedMarks[] = [{ saved: [], rejected: [...unread, ...strays], conflicts: [] }]
  for (let from = 0; from === 0 || from < known.length; from += SLICE) {
    const slice = known.slice(from, from + SLICE)
    const outcome = await oneByOne(`${place.edition}/${place.event}`, () =>
      saveSlice(actor, place, slice, waiting),
    )
    // Closed, or the seat taken away, while the slices before were saved: those stay.
    if (isRefusal(outcome) && from === 0) return settled(outcome)
    done.push(isRefusal(outcome) ? { ...NOTHING, rejected: slice.map(refusedBy(outcome)) } : outcome)
  }
  return settled({
    saved: done.flatMap(({ saved }) => saved),
    rejected: done.flatMap(({ rejected }) => rejected),
    conflicts: done.flatMap(({ conflicts }) => conflicts),
  })
}

interface Sent extends Place {
  readonly marks: readonly SentMark[]
  readonly unread?: readonly UnreadMark[]
  readonly waiting?: number
}

/** Of anything else the database would not even be asked. */
const isNamed = ({ entry, criterion }: SentMark) => isUuid(entry) && isUuid(criterion)

const NOTHING: SavedMarks = { saved: [], rejected: [], conflicts: [] }
const refusedBy =
  (refusal: Refusal) =>
  ({ id }: SentMark) => ({ id, refusal })

/** Also for what was known: its first sending may still be on its way to the disk. */
async function settled<T>(outcome: T): Promise<T> {
  await journalSettled()
  return outcome
}

/** One attempt at marks that are written together; null where somebody was quicker, so that they are judged anew. */
async function saveSlice(
  actor: Actor,
  place: Place,
  marks: readonly SentMark[],
  waiting?: number,
): Promise<SavedMarks | Refusal | null> {
  const read = await readSheet(actor, place, {
    entryIds: [...new Set(marks.map(({ entry }) => entry))],
    markIds: marks.map(({ id }) => id),
  })
  if (!read) return refuse('not-found')
  const { facts, juror, presence, sheet, end } = read
  const object = { event: facts, juror: juror ?? undefined }
  const no = can(actor, 'save-marks', object, now())
  if (no && !(sheet.closed && mayInItsTime(actor, object))) return no
  if (juror === null) return refuse('not-found')
  const received = receiveMarks(marks, sheet)
  const { written } = received
  const deed: Deed = {
    actor,
    action: 'save-marks',
    object: { kind: 'juror', id: juror },
    event: facts.id,
    details: {
      marks: written.map(({ id }) => id),
      late: written.filter(({ late }) => late).length,
      contested: written.filter(({ contested }) => contested).length,
    },
  }
  if (written.length > 0 && !(await wrote(juror, sheet, received, deed, end))) return null
  await notePresence(juror, presence, waiting)
  return received
}

/** Somebody used an id meanwhile in another event, or replaced the rubric under the first mark: reading anew shows it. */
const MEANWHILE = ['marks_pkey', 'marks_criterion']

const wrote = (...given: Parameters<typeof writeMarks>): Promise<boolean> =>
  writeMarks(...given).catch((error: unknown) => {
    if (MEANWHILE.includes(brokenConstraint(error) ?? '')) return false
    throw error
  })

/** Whether it is only the time that forbids it: marks that come after closing are kept as late. */
const mayInItsTime = (actor: Actor, object: AccessObject & { readonly event: EventFacts }) =>
  can(actor, 'save-marks', { ...object, event: { ...object.event, phase: 'judging' } }, now()) === null

const strayed = (entry: string) =>
  isUuid(entry)
    ? refuse('criterion-unknown', { field: 'criterion' })
    : refuse('entry-not-yours', { field: 'entry' })
