import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  assignments,
  ballots,
  conflicts,
  entries,
  jurors,
  marks,
  paperReadings,
  setAsides,
} from '@/db/schema'
import type { Pair } from '@/domain/judging/assignment/input'
import type { BallotState } from '@/domain/judging/states'
import { isOfJury } from './award-juries'

/** A juror and an entry that are assigned to each other. */
export interface Meeting extends Pair {
  /** Null when no sheet was opened for it. */
  readonly status: BallotState | null
  readonly isSetAside: boolean
  /** A mark or a reading of paper was entered: it can no longer be taken away. */
  readonly isBegun: boolean
}

/** Who may score whom in an event, and who is assigned to whom. */
export interface Panel {
  /** The voting seats. */
  readonly jurors: readonly string[]
  /** Those not withdrawn. */
  readonly entries: readonly string[]
  readonly conflicts: readonly Pair[]
  readonly meetings: readonly Meeting[]
}

/**
 * Reads the panel of the event's own jury, or of a special prize's, as it stands in the caller's transaction; seats and
 * entries that left are left out.
 */
export async function panelOf(eventId: string, award: string | null = null): Promise<Panel> {
  const tx = await db()
  const seats = await tx
    .select({ id: jurors.id })
    .from(jurors)
    .where(
      and(
        eq(jurors.eventId, eventId),
        eq(jurors.voting, true),
        isNull(jurors.unseatedAt),
        isOfJury(jurors.awardId, award),
      ),
    )
  const entered = await tx
    .select({ id: entries.id })
    .from(entries)
    .where(and(eq(entries.eventId, eventId), isNull(entries.withdrawnAt)))
  const apart = await tx
    .selectDistinct({ juror: conflicts.jurorId, entry: conflicts.entryId })
    .from(conflicts)
    .innerJoin(jurors, eq(jurors.id, conflicts.jurorId))
    .where(and(eq(jurors.eventId, eventId), isNull(conflicts.liftedAt)))
  const meetings = await tx
    .select({
      juror: assignments.jurorId,
      entry: assignments.entryId,
      status: ballots.status,
      isSetAside: sql<boolean>`exists (select from ${setAsides} where ballot_id = ${ballots.id} and lifted_at is null)`,
      isBegun: sql<boolean>`exists (select from ${marks} where marks.juror_id = ${assignments.jurorId}
          and marks.entry_id = ${assignments.entryId})
        or exists (select from ${paperReadings} where paper_readings.juror_id = ${assignments.jurorId}
          and paper_readings.entry_id = ${assignments.entryId})`,
    })
    .from(assignments)
    .innerJoin(jurors, eq(jurors.id, assignments.jurorId))
    .leftJoin(
      ballots,
      and(eq(ballots.jurorId, assignments.jurorId), eq(ballots.entryId, assignments.entryId)),
    )
    .where(eq(jurors.eventId, eventId))
  const [seated, running] = [new Set(seats.map(({ id }) => id)), new Set(entered.map(({ id }) => id))]
  const isHere = ({ juror, entry }: Pair) => seated.has(juror) && running.has(entry)
  return {
    jurors: [...seated],
    entries: [...running],
    conflicts: apart.filter(isHere),
    meetings: meetings.filter(isHere),
  }
}
