import 'server-only'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  assignments,
  ballots,
  conflicts,
  criteria,
  currentMarks,
  entries,
  jurors,
  marks,
  organizations,
  setAsides,
  teams,
} from '@/db/schema'
import type { Criterion, Marks } from '@/domain/judging/ballot-total'
import { type BallotState, CRITERION_KINDS } from '@/domain/judging/states'
import { type AwardWithJury, awardsWithJury, isOfJury } from './award-juries'

export interface RecordedJuror {
  readonly id: string
  readonly personId: string | null
  readonly office: string
  readonly position: number
  readonly voting: boolean
  readonly president: boolean
  readonly seated: boolean
  readonly lastSeenAt: Date | null
  /** Marks the juror's device last said it still holds. */
  readonly waiting: number
  /** When the organizers last asked for the missing ballots. */
  readonly nudgedAt: Date | null
}

export interface RecordedEntry {
  readonly id: string
  readonly team: { readonly id: string; readonly slug: string; readonly name: string }
  readonly institution: { readonly id: string; readonly name: string } | null
  readonly order: number | null
  readonly withdrawn: boolean
}

/** A juror × entry that was assigned, with the marks that hold in it. */
export interface RecordedSheet {
  readonly juror: string
  readonly entry: string
  /** Null when the juror has not opened it. */
  readonly ballot: string | null
  readonly status: BallotState
  readonly reason: string | null
  /** Why the ballot is out of the count; null when it is not. */
  readonly setAside: string | null
  /** An unlifted conflict stands between the two. */
  readonly conflict: boolean
  readonly marks: Marks
}

/** Everything one jury left behind for an event: what the desk shows, what closing checks, what is ranked and sealed. */
export interface JuryRecord {
  readonly criteria: readonly (Criterion & { readonly name: string })[]
  readonly jurors: readonly RecordedJuror[]
  readonly entries: readonly RecordedEntry[]
  readonly sheets: readonly RecordedSheet[]
  readonly conflicts: readonly { readonly juror: string; readonly entry: string }[]
}

/**
 * Reads the record of an event's own jury, or of a special prize's, in six queries whatever its size. Says nothing about
 * who may see it.
 */
export async function juryRecord(eventId: string, award: string | null = null): Promise<JuryRecord> {
  const rubric = await rubricOf(eventId, award)
  const seats = await seatsOf(eventId, award)
  const entered = await entriesOf(eventId)
  const jurorIds = seats.map(({ id }) => id)
  const standing = await conflictsOf(jurorIds)
  const given = await marksOf(jurorIds)
  const sheets = await sheetsOf(jurorIds)
  const conflicted = new Set(standing.map(cellOf))
  return {
    criteria: rubric,
    jurors: seats,
    entries: entered,
    conflicts: standing,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      status: sheet.status ?? 'draft',
      conflict: conflicted.has(cellOf(sheet)),
      marks: given.get(cellOf(sheet)) ?? {},
    })),
  }
}

/** The records of all of an event's juries: its own first, then each special prize's. */
export async function juryRecords(eventId: string): Promise<JuryRecord[]> {
  const own = await juryRecord(eventId)
  return [own, ...(await prizeRecords(eventId)).map(({ record }) => record)]
}

/** A special prize with what its own jury left behind. */
export interface PrizeRecord {
  readonly award: AwardWithJury
  readonly record: JuryRecord
}

/** The records of an event's special prizes, by their names. */
export async function prizeRecords(eventId: string): Promise<PrizeRecord[]> {
  const records: PrizeRecord[] = []
  for (const award of await awardsWithJury(eventId))
    records.push({ award, record: await juryRecord(eventId, award.id) })
  return records
}

/** The key of a cell of the matrix. */
export const cellOf = ({ juror, entry }: { juror: string; entry: string }) => `${juror} ${entry}`

async function rubricOf(eventId: string, award: string | null): Promise<JuryRecord['criteria']> {
  const rows = await (await db())
    .select()
    .from(criteria)
    .where(and(eq(criteria.eventId, eventId), isOfJury(criteria.awardId, award)))
    .orderBy(asc(criteria.position))
  return rows.map(({ id, kind, name, position, weight, scaleMin, scaleMax, step }) => ({
    id,
    kind: CRITERION_KINDS.find((known) => known === kind) ?? 'weighted',
    name,
    position,
    weight,
    scale: { min: scaleMin, max: scaleMax, step },
  }))
}

async function seatsOf(eventId: string, award: string | null): Promise<RecordedJuror[]> {
  const rows = await (await db())
    .select()
    .from(jurors)
    .where(and(eq(jurors.eventId, eventId), isOfJury(jurors.awardId, award)))
    .orderBy(asc(jurors.position))
  return rows.map(
    ({ id, personId, office, position, voting, president, unseatedAt, lastSeenAt, waiting, nudgedAt }) => ({
      id,
      personId,
      office,
      position,
      voting,
      president,
      seated: unseatedAt === null,
      lastSeenAt,
      waiting,
      nudgedAt,
    }),
  )
}

async function entriesOf(eventId: string): Promise<RecordedEntry[]> {
  const rows = await (await db())
    .select({
      id: entries.id,
      order: entries.pitchOrder,
      withdrawnAt: entries.withdrawnAt,
      team: { id: teams.id, slug: teams.slug, name: teams.name },
      institution: { id: organizations.id, name: organizations.name },
    })
    .from(entries)
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .leftJoin(organizations, eq(organizations.id, teams.institutionId))
    .where(eq(entries.eventId, eventId))
    .orderBy(asc(entries.pitchOrder), asc(teams.name), asc(entries.id))
  return rows.map(({ withdrawnAt, ...entry }) => ({ ...entry, withdrawn: withdrawnAt !== null }))
}

async function conflictsOf(jurorIds: string[]) {
  return (await db())
    .selectDistinct({ juror: conflicts.jurorId, entry: conflicts.entryId })
    .from(conflicts)
    .where(and(inArray(conflicts.jurorId, jurorIds), isNull(conflicts.liftedAt)))
}

async function marksOf(jurorIds: string[]): Promise<Map<string, Record<string, number | null>>> {
  const rows = await (await db())
    .select({
      juror: currentMarks.jurorId,
      entry: currentMarks.entryId,
      criterion: currentMarks.criterionId,
      value: marks.value,
    })
    .from(currentMarks)
    .innerJoin(marks, eq(marks.id, currentMarks.markId))
    .where(inArray(currentMarks.jurorId, jurorIds))
  const cells = new Map<string, Record<string, number | null>>()
  for (const row of rows) {
    const cell = cells.get(cellOf(row)) ?? {}
    cell[row.criterion] = row.value
    cells.set(cellOf(row), cell)
  }
  return cells
}

async function sheetsOf(jurorIds: string[]) {
  return (await db())
    .select({
      juror: assignments.jurorId,
      entry: assignments.entryId,
      ballot: ballots.id,
      status: ballots.status,
      reason: ballots.reason,
      setAside: setAsides.reason,
    })
    .from(assignments)
    .leftJoin(
      ballots,
      and(eq(ballots.jurorId, assignments.jurorId), eq(ballots.entryId, assignments.entryId)),
    )
    .leftJoin(setAsides, and(eq(setAsides.ballotId, ballots.id), isNull(setAsides.liftedAt)))
    .where(inArray(assignments.jurorId, jurorIds))
}
