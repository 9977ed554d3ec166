import { type Refusal, refuse } from '@/domain/refusal'
import { isOnGrid, type Scale } from './on-grid'
import type { BallotState } from './states'

/** A mark as a juror's device sends it. `value` is checked here; `replaces` is the mark the juror was looking at. */
export interface SentMark {
  readonly id: string
  readonly entry: string
  readonly criterion: string
  readonly value: unknown
  readonly device: string
  readonly seq: number
  readonly replaces: string | null
  readonly at: Date
}

/** A mark the record holds. */
export interface HeldMark extends Omit<SentMark, 'value' | 'replaces'> {
  readonly value: number | null
}

/** What the record knows of one juror's sheet when marks arrive. */
export interface Sheet {
  readonly criteria: ReadonlyMap<string, Scale>
  readonly ballots: ReadonlyMap<string, { readonly status: BallotState; readonly conflicted: boolean }>
  /** By `cellOf`. */
  readonly current: ReadonlyMap<string, HeldMark>
  /** The sent ids the record has already; `mine` is false for another juror's. */
  readonly known: ReadonlyMap<
    string,
    HeldMark & { readonly mine: boolean; readonly late: boolean; readonly contested: boolean }
  >
  /** Set when scoring is closed; the phase it stands at and when it closed. */
  readonly closed: { readonly phase: string; readonly at: Date } | null
  readonly now: Date
}

export interface Received {
  /** New marks for the history, oldest first. */
  readonly written: readonly (SentMark & {
    readonly value: number | null
    late: boolean
    contested: boolean
  })[]
  /** The mark each touched cell holds from now on. */
  readonly current: ReadonlyMap<string, HeldMark>
  readonly saved: readonly string[]
  readonly rejected: readonly { readonly id: string; readonly refusal: Refusal }[]
  readonly conflicts: readonly { readonly mine: HeldMark; readonly theirs: HeldMark }[]
}

export const cellOf = ({ entry, criterion }: { entry: string; criterion: string }) => `${entry} ${criterion}`

/** How far a device's clock may run ahead before its time proves nothing. */
const CLOCK_SLACK_MS = 5 * 60_000

/**
 * Decides about marks in the order they were sent. Each is saved, refused with its rule, or kept as contested because
 * another device changed the cell to something else meanwhile. A known id is answered as it was the first time.
 */
export function receiveMarks(sent: readonly SentMark[], sheet: Sheet): Received {
  const written: Received['written'][number][] = []
  const current = new Map(sheet.current)
  const known = new Map(sheet.known)
  const touched = new Map<string, HeldMark>()
  const saved: string[] = []
  const rejected: Received['rejected'][number][] = []
  const conflicts: Received['conflicts'][number][] = []

  for (const mark of sent) {
    const before = known.get(mark.id)
    const held = current.get(cellOf(mark))
    if (before) {
      const refusal = repeated(mark, before, sheet)
      if (refusal) rejected.push({ id: mark.id, refusal })
      else if (before.contested && held && held.id !== before.id)
        conflicts.push({ mine: heldOf(before), theirs: held })
      else saved.push(mark.id)
      continue
    }
    const refusal = refusalOf(mark, sheet)
    const value = mark.value === null ? null : Number(mark.value)
    const keptLate = refusal?.code === 'closed-judging' && isLate(mark, sheet)
    if (refusal) rejected.push({ id: mark.id, refusal })
    if (refusal && !keptLate) continue
    const contested = !keptLate && contests(mark, held)
    written.push({ ...mark, value, late: keptLate, contested })
    const own = heldOf({ ...mark, value })
    known.set(mark.id, { ...own, mine: true, late: keptLate, contested })
    if (keptLate) continue
    if (contested && held) {
      conflicts.push({ mine: own, theirs: held })
      continue
    }
    saved.push(mark.id)
    if (held && held.device === mark.device && held.seq > mark.seq) continue
    current.set(cellOf(mark), own)
    touched.set(cellOf(mark), own)
  }
  return { written, current: touched, saved, rejected, conflicts }
}

function repeated(
  mark: SentMark,
  before: HeldMark & { mine: boolean; late: boolean },
  { closed }: Sheet,
): Refusal | null {
  const same = before.mine && cellOf(before) === cellOf(mark) && before.value === mark.value
  if (!same) return refuse('mark-id-taken', { field: 'id' })
  return before.late ? refuse('closed-judging', { phase: closed?.phase ?? 'deliberation' }) : null
}

function refusalOf(mark: SentMark, { ballots, criteria, closed }: Sheet): Refusal | null {
  const ballot = ballots.get(mark.entry)
  if (ballot?.conflicted) return refuse('entry-conflicted', { field: 'entry' })
  if (!ballot) return refuse('entry-not-yours', { field: 'entry' })
  const scale = criteria.get(mark.criterion)
  if (!scale) return refuse('criterion-unknown', { field: 'criterion' })
  const { value } = mark
  if (value !== null && typeof value !== 'number') return refuse('mark-not-a-number', { field: 'value' })
  const { min, max, step } = scale
  if (value !== null && !isOnGrid(value, scale)) {
    return refuse('mark-off-grid', { field: 'value', min, max, step })
  }
  if (closed) return refuse('closed-judging', { phase: closed.phase })
  return ballot.status === 'draft' ? null : refuse(`ballot-${ballot.status}`)
}

/** Made before scoring closed, or by a clock that cannot tell: kept for the president to see, never counted. */
const isLate = ({ at }: SentMark, { closed, now }: Sheet) =>
  closed !== null && (at < closed.at || at.getTime() > now.getTime() + CLOCK_SLACK_MS)

const contests = (mark: SentMark, held: HeldMark | undefined) =>
  held !== undefined && held.device !== mark.device && held.id !== mark.replaces && held.value !== mark.value

function heldOf({ id, entry, criterion, value, device, seq, at }: HeldMark): HeldMark {
  return { id, entry, criterion, value, device, seq, at }
}
