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
import type { Place } from './read-request'
import { readSheet } from './read-sheet'
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
 * and refused `closed-judging`. Values never enter the audit. `waiting` is how many marks the device holds beyond these.
 */
export async function saveMarks(
  actor: Actor,
  { marks, waiting, ...place }: Place & { readonly marks: readonly SentMark[]; readonly waiting?: number },
): Promise<SavedMarks | Refusal> {
  const known = marks.filter(({ entry, criterion }) => isUuid(entry) && isUuid(criterion))
  const asked = {
    entryIds: [...new Set(known.map(({ entry }) => entry))],
    markIds: known.map(({ id }) => id),
  }
  const outcome = await oneByOne(`${place.edition}/${place.event}`, async () => {
    const read = await readSheet(actor, place, asked)
    if (!read) return refuse('not-found')
    const { facts, juror, presence, sheet, end } = read
    const object = { event: facts, juror: juror ?? undefined }
    const no = can(actor, 'save-marks', object, now())
    if (no && !(sheet.closed && mayInItsTime(actor, object))) return no
    if (juror === null) return refuse('not-found')
    const received = receiveMarks(known, sheet)
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
    if (written.length > 0 && !(await writeMarks(juror, sheet, received, deed, end))) return null
    await notePresence(juror, presence, waiting)
    return received
  }).catch((error: unknown) => {
    // An id somebody else used meanwhile in another event, or a rubric replaced under the first mark.
    const broken = brokenConstraint(error)
    if (broken === 'marks_pkey') return refuse('mark-id-taken', { field: 'id' })
    if (broken === 'marks_criterion') return refuse('criterion-unknown', { field: 'criterion' })
    throw error
  })
  // Also for what was known: its first sending may still be on its way to the disk.
  await journalSettled()
  if (isRefusal(outcome)) return outcome
  const { saved, rejected, conflicts } = outcome
  const strays = marks
    .filter((mark) => !known.includes(mark))
    .map(({ id, entry }) => ({ id, refusal: strayed(entry) }))
  return { saved, rejected: [...strays, ...rejected], conflicts }
}

/** Whether it is only the time that forbids it: marks that come after closing are kept as late. */
const mayInItsTime = (actor: Actor, object: AccessObject & { readonly event: EventFacts }) =>
  can(actor, 'save-marks', { ...object, event: { ...object.event, phase: 'judging' } }, now()) === null

const strayed = (entry: string) =>
  isUuid(entry)
    ? refuse('criterion-unknown', { field: 'criterion' })
    : refuse('entry-not-yours', { field: 'entry' })
