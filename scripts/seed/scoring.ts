import { and, asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { assignments, criteria } from '@/db/schema'
import { now } from '@/server/clock'
import { saveMarks } from '@/server/judging/save-marks'
import { setBallotStatus } from '@/server/judging/set-ballot-status'
import { done } from './expected'
import type { PlayedJuror } from './jury'
import { inventMark, uuidOf } from './marks'

export interface Scoring {
  readonly edition: string
  readonly event: string
  readonly eventId: string
  /** Entries in pitch order. */
  readonly order: readonly string[]
  /** Out of 100, by entry. */
  readonly quality: ReadonlyMap<string, number>
  /** Chance of one sheet: its own, so that the order of the pitches changes no mark. */
  readonly randomFor: (juror: number, entry: string) => () => number
  /** Whether a juror objects to an entry at the gate. */
  readonly objects?: (juror: number, entry: string) => boolean
  /** Moves the clock to when an entry is marked. */
  readonly at?: (pitch: number) => void
}

/** How far a juror comes with a sheet: all of it sent, half of it marked, or nothing. */
export type Progress = 'sent' | 'half' | 'untouched'

interface Cell {
  pitch: number
  entry: string
}

/** Every juror marks the own sheet in pitch order, as far as `progressOf` says for the n-th last of it. */
export async function playScoring(
  jury: readonly PlayedJuror[],
  scoring: Scoring,
  progressOf: (fromLast: number, juror: number) => Progress,
): Promise<void> {
  const rubric = await (await db())
    .select()
    .from(criteria)
    .where(eq(criteria.eventId, scoring.eventId))
    .orderBy(asc(criteria.position))
  for (const [index, juror] of jury.entries()) {
    const cells = await cellsOf(juror.juror, scoring)
    const started = cells.flatMap((cell, position) => {
      const progress = progressOf(cells.length - 1 - position, index)
      return progress === 'untouched' ? [] : [{ cell, progress }]
    })
    let seq = 0
    for (const { cell, progress } of started) {
      scoring.at?.(cell.pitch)
      const { edition, event } = scoring
      const random = scoring.randomFor(index, cell.entry)
      const quality = scoring.quality.get(cell.entry) ?? 60
      const marks = rubric.map(({ id, kind }) => ({
        id: uuidOf(random),
        entry: cell.entry,
        criterion: id,
        value:
          kind === 'gate'
            ? Number(!scoring.objects?.(index, cell.entry))
            : inventMark(quality, juror.severity, random),
        device: `seat-${index + 1}`,
        seq: ++seq,
        replaces: null,
        at: now(),
      }))
      const half = progress === 'half' ? marks.slice(0, 3) : marks
      const outcome = await done(saveMarks(juror.actor, { edition, event, marks: half }))
      if (outcome.rejected.length > 0)
        throw new Error(`Marks were rejected: ${JSON.stringify(outcome.rejected[0])}`)
      if (progress === 'sent') {
        await done(setBallotStatus(juror.actor, { edition, event, entry: cell.entry, status: 'submitted' }))
      }
    }
  }
}

/** The entries assigned to a juror, in pitch order. */
async function cellsOf(juror: string, { order }: Scoring): Promise<Cell[]> {
  const rows = await (await db())
    .select({ entry: assignments.entryId })
    .from(assignments)
    .where(and(eq(assignments.jurorId, juror)))
  const mine = new Set(rows.map(({ entry }) => entry))
  return order.flatMap((entry, pitch) => (mine.has(entry) ? [{ pitch, entry }] : []))
}
