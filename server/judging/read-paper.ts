import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { database, transaction } from '@/db/client'
import { paperReadings } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isOnGrid } from '@/domain/judging/on-grid'
import { nextReading, type PaperCell, paperCells, typedValue } from '@/domain/judging/paper-readings'
import { cellOf, receiveMarks, type SentMark, type Sheet } from '@/domain/judging/receive-marks'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { type Deed, record, takeTurn } from '../audit'
import { now } from '../clock'
import { findEventById, isUuid } from '../events/find-event'
import { journalSettled } from '../journal/keep'
import { findSeat } from './find-seat'
import { isApart } from './in-conflict'
import { readSheet } from './read-sheet'
import { writeBallotStatus } from './write-ballot-status'
import { writeMarks } from './write-marks'

export interface PaperSheet {
  readonly event: string
  readonly juror: string
  readonly entry: string
  /** Which reading of the open cells this is, from 1 on. */
  readonly reading: number
  /** By criterion, as they were typed. */
  readonly values: Readonly<Record<string, string>>
}

/** What came of one reading of one ballot. */
export interface PaperRead {
  /** Cells that two readings agree on, of all. */
  readonly agreed: number
  readonly cells: number
  /** The criteria to be read again. */
  readonly open: readonly string[]
  /** Criteria where a device of the juror's holds another mark: both stand on the juror's sheet, who decides. */
  readonly contested: readonly string[]
  readonly submitted: boolean
}

/**
 * Takes in one reading of one ballot that a juror filled in on paper. What a reading says is kept, but counts only where
 * a second one, of whoever, says the same; who makes it is not shown the first. A mark that two agree on is saved with
 * who read it last, and never over another that a device of the juror's holds. The sheet is the juror's signed ballot:
 * once all of it is agreed and nothing contested, the ballot is submitted. Refused `paper-moved` when this reading was
 * made already, `paper-answered` for a ballot that is no draft, `paper-conflicted`, and a value off its scale by field.
 */
export async function readPaper(
  actor: SignedIn,
  { event, juror, entry, reading, values }: PaperSheet,
): Promise<PaperRead | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'enter-paper-marks', { event: found.facts }, now())
  if (no) return no
  const seated = await findSeat(juror)
  if (seated?.seat.eventId !== event || !isUuid(entry)) return refuse('not-found')
  const place = { edition: found.edition.slug, event: found.event.slug }

  const read = await transaction(async () => {
    const turn = await takeTurn(event)
    const held = await readSheet({ seats: [{ juror }] }, place, { entryIds: [entry] })
    const [ballot] = held?.ballots ?? []
    if (!held) return refuse('not-found')
    const late = can(actor, 'enter-paper-marks', { event: held.facts }, now())
    if (late) return late
    // A conflict known when the panel was assigned leaves no ballot to speak of.
    if (ballot ? ballot.conflicted : await isApart(juror, entry)) return refuse('paper-conflicted')
    if (!ballot) return refuse('not-found')
    if (ballot.status !== 'draft') return refuse('paper-answered')
    const criteria = held.criteria.map(({ id }) => id)
    const readings = await readingsOf(juror, entry)
    const before = paperCells(criteria, readings)
    if (nextReading(before) !== reading) return refuse('paper-moved')
    const typed = typedCells(before, held.sheet, values)
    if (isRefusal(typed)) return typed
    const cells = paperCells(criteria, [...readings, ...typed])
    const sent = newlyAgreed(before, cells).map((cell, at) => markOf(cell, entry, at))
    const received = receiveMarks(sent, held.sheet)
    const open = cells.flatMap(({ criterion, agreed }) => (agreed ? [] : [criterion]))
    const deed: Deed = {
      actor,
      action: 'read-paper',
      object: { kind: 'juror', id: juror },
      event,
      details: { entry, reading, open: open.length, marks: received.written.map(({ id }) => id) },
    }
    const written = received.written.length > 0
    if (written && !(await writeMarks(juror, held.sheet, received, deed, held.end, actor.personId)))
      throw new Error('the turn was taken while it was held')
    if (!written) await record(deed, turn)
    const marked = new Map(received.written.map(({ id, criterion }) => [criterion, id]))
    await keepReadings(actor, { juror, entry, reading }, typed, marked)
    const heldIn = (criterion: string) => {
      const cell = cellOf({ entry, criterion })
      return (received.current.get(cell) ?? held.sheet.current.get(cell))?.value ?? null
    }
    const contested = cells.flatMap((cell) =>
      cell.agreed && cell.value !== heldIn(cell.criterion) ? [cell.criterion] : [],
    )
    const isWhole = criteria.every((criterion) => heldIn(criterion) !== null)
    const submitted = open.length === 0 && contested.length === 0 && isWhole
    if (submitted) await writeBallotStatus(actor, event, { ...ballot, juror }, { status: 'submitted' })
    return { agreed: cells.length - open.length, cells: cells.length, open, contested, submitted }
  })
  await journalSettled()
  return read
}

/** The readings of one ballot so far, oldest first. */
async function readingsOf(juror: string, entry: string) {
  return database
    .select({ criterion: paperReadings.criterionId, value: paperReadings.value })
    .from(paperReadings)
    .where(and(eq(paperReadings.jurorId, juror), eq(paperReadings.entryId, entry)))
    .orderBy(asc(paperReadings.readAt), asc(paperReadings.id))
}

/** The open cells as they were typed; the first that is on no scale refuses them all, so that a slip is mended at once. */
function typedCells(cells: readonly PaperCell[], { criteria }: Sheet, values: PaperSheet['values']) {
  const typed: { criterion: string; value: number | null }[] = []
  for (const { criterion, agreed } of cells) {
    const scale = criteria.get(criterion)
    if (agreed || !scale) continue
    const value = typedValue(values[criterion] ?? '')
    const { min, max, step } = scale
    if (value === undefined || (value !== null && !isOnGrid(value, scale)))
      return refuse('mark-off-grid', { field: criterion, min, max, step })
    typed.push({ criterion, value })
  }
  return typed
}

/** Of the cells agreed now and not before, those in which something is written. */
function newlyAgreed(before: readonly PaperCell[], cells: readonly PaperCell[]) {
  const settled = new Set(before.flatMap(({ criterion, agreed }) => (agreed ? [criterion] : [])))
  return cells.flatMap((cell) =>
    cell.agreed && cell.value !== null && !settled.has(cell.criterion) ? [cell] : [],
  )
}

/** `replaces` nothing: what a device holds already is contested, never overwritten. */
function markOf(
  { criterion, value }: Extract<PaperCell, { agreed: true }>,
  entry: string,
  at: number,
): SentMark {
  const made = now()
  const own = { id: uuidv7(), entry, criterion, value }
  return { ...own, device: 'paper', seq: made.getTime() + at, replaces: null, at: made }
}

async function keepReadings(
  actor: SignedIn,
  { juror, entry, reading }: Pick<PaperSheet, 'juror' | 'entry' | 'reading'>,
  typed: readonly { criterion: string; value: number | null }[],
  marked: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = typed.map(({ criterion, value }) => ({
    jurorId: juror,
    entryId: entry,
    criterionId: criterion,
    pass: Math.min(reading, 2),
    value,
    readAt: now(),
    readBy: actor.personId,
    markId: marked.get(criterion) ?? null,
  }))
  await database.insert(paperReadings).values(rows)
}
