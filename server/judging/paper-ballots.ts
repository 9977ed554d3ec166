import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { paperReadings } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { nextReading, paperCells } from '@/domain/judging/paper-readings'
import type { BallotState } from '@/domain/judging/states'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { type JuryRecord, juryRecords } from './jury-record'

/** One ballot of a juror, as far as its paper has been read. */
export interface PaperBallot {
  readonly entry: string
  readonly team: string
  readonly order: number | null
  readonly status: BallotState
  readonly conflicted: boolean
  /** The reading it waits for, from 1 on; null once all cells are agreed. */
  readonly reading: number | null
  /** The criteria that reading is about. */
  readonly open: readonly string[]
  /** Criteria agreed on paper, where a device of the juror's holds another mark: the juror decides on the own sheet. */
  readonly contested: readonly string[]
  /** Criteria where both readings found nothing written. */
  readonly empty: readonly string[]
}

export interface PaperDesk {
  readonly jurors: readonly { readonly id: string; readonly office: string }[]
  readonly criteria: JuryRecord['criteria']
  readonly ballots: readonly PaperBallot[]
}

/**
 * The seats of an event's juries, and of one of them the ballots to read from paper. Never a value: whoever makes the second
 * reading must not know the first. Refused as entering paper is.
 */
export async function paperDesk(
  actor: Actor,
  { event, juror }: { event: string; juror?: string },
): Promise<PaperDesk | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'enter-paper-marks', { event: found.facts }, now())
  if (no) return no
  const records = await juryRecords(event)
  const seats = records.flatMap(({ jurors }) => jurors).filter(({ seated, voting }) => seated && voting)
  const own = records.find(({ jurors }) => jurors.some(({ id }) => id === juror)) ?? records[0]
  if (!own) throw new Error('an event has a jury, if an empty one')
  const { criteria, entries, sheets, conflicts } = own
  const seat = seats.find(({ id }) => id === juror)
  const readings = seat ? await readingsOf(seat.id) : []
  const apart = new Set(conflicts.filter((pair) => pair.juror === juror).map(({ entry }) => entry))
  const ballots = entries.flatMap(({ id: entry, team, order, withdrawn }) => {
    const sheet = sheets.find((held) => held.juror === seat?.id && held.entry === entry)
    if (!seat || withdrawn || (!sheet && !apart.has(entry))) return []
    const cells = paperCells(
      criteria.map(({ id }) => id),
      readings.filter((reading) => reading.entry === entry),
    )
    const open = cells.flatMap(({ criterion, agreed }) => (agreed ? [] : [criterion]))
    const conflicted = apart.has(entry)
    const status = sheet?.status ?? 'draft'
    const contested = cells.flatMap((cell) => {
      const isOther =
        cell.agreed && cell.value !== null && cell.value !== (sheet?.marks[cell.criterion] ?? null)
      return isOther ? [cell.criterion] : []
    })
    const empty = cells.flatMap((cell) => (cell.agreed && cell.value === null ? [cell.criterion] : []))
    const reading = nextReading(cells)
    return [{ entry, team: team.name, order, status, conflicted, reading, open, contested, empty }]
  })
  return {
    jurors: seats.map(({ id, office }) => ({ id, office })),
    criteria,
    ballots: ballots.toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity)),
  }
}

async function readingsOf(juror: string) {
  return database
    .select({
      entry: paperReadings.entryId,
      criterion: paperReadings.criterionId,
      value: paperReadings.value,
    })
    .from(paperReadings)
    .where(eq(paperReadings.jurorId, juror))
    .orderBy(asc(paperReadings.readAt), asc(paperReadings.id))
}
