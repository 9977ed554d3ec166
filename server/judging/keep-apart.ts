import 'server-only'
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { assignments, ballots, conflicts, entries, jurors, marks, setAsides } from '@/db/schema'
import { now } from '../clock'

type Conflict = typeof conflicts.$inferSelect

/**
 * No ballot stands across these conflicts, in the caller's transaction: an untouched one goes with its assignment, one
 * with marks or an answer is set aside, visibly and with the conflict's reason.
 */
export async function keepApart(found: readonly Conflict[]): Promise<void> {
  const tx = await db()
  for (const { id, jurorId, entryId, reason, recordedBy } of found) {
    const [ballot] = await tx
      .select({ id: ballots.id, status: ballots.status })
      .from(ballots)
      .where(and(eq(ballots.jurorId, jurorId), eq(ballots.entryId, entryId)))
    const [mark] = await tx
      .select({ id: marks.id })
      .from(marks)
      .where(and(eq(marks.jurorId, jurorId), eq(marks.entryId, entryId)))
      .limit(1)
    if (ballot && (mark || ballot.status !== 'draft')) {
      await tx
        .insert(setAsides)
        .values({ ballotId: ballot.id, conflictId: id, reason, setAt: now(), setBy: recordedBy })
        .onConflictDoNothing()
      continue
    }
    if (ballot) await tx.delete(ballots).where(eq(ballots.id, ballot.id))
    const pair = and(eq(assignments.jurorId, jurorId), eq(assignments.entryId, entryId))
    await tx.delete(assignments).where(mark ? sql`false` : pair)
  }
}

/** Undoes `keepApart` for pairs that no other conflict holds apart; where the panel is assigned, they meet again. */
export async function letMeet(eventId: string, ended: readonly Conflict[]): Promise<void> {
  const tx = await db()
  for (const { id, jurorId, entryId } of ended) {
    const [other] = await tx
      .select()
      .from(conflicts)
      .where(
        and(
          eq(conflicts.jurorId, jurorId),
          eq(conflicts.entryId, entryId),
          isNull(conflicts.liftedAt),
          ne(conflicts.id, id),
        ),
      )
      .limit(1)
    if (other) {
      const open = and(eq(setAsides.conflictId, id), isNull(setAsides.liftedAt))
      await tx.update(setAsides).set({ conflictId: other.id, reason: other.reason }).where(open)
      continue
    }
    await tx
      .update(setAsides)
      .set({ liftedAt: now() })
      .where(and(eq(setAsides.conflictId, id), isNull(setAsides.liftedAt)))
  }
  if (ended.length > 0 && (await isAssigned(eventId))) await fillPanel(eventId)
}

async function isAssigned(eventId: string): Promise<boolean> {
  const [one] = await (await db())
    .select({ jurorId: assignments.jurorId })
    .from(assignments)
    .innerJoin(jurors, eq(jurors.id, assignments.jurorId))
    .where(eq(jurors.eventId, eventId))
    .limit(1)
  return one !== undefined
}

/**
 * Assigns every voting seat to every entry it may meet, keeps what is assigned already, and opens the missing ballots.
 * Answers how many of each were added.
 */
export async function fillPanel(eventId: string): Promise<{ assigned: number; opened: number }> {
  const tx = await db()
  const meet = await tx
    .select({ jurorId: jurors.id, entryId: entries.id })
    .from(jurors)
    .innerJoin(entries, eq(entries.eventId, jurors.eventId))
    .leftJoin(
      conflicts,
      and(eq(conflicts.jurorId, jurors.id), eq(conflicts.entryId, entries.id), isNull(conflicts.liftedAt)),
    )
    .where(
      and(
        eq(jurors.eventId, eventId),
        eq(jurors.voting, true),
        isNull(jurors.unseatedAt),
        isNull(entries.withdrawnAt),
        isNull(conflicts.id),
      ),
    )
  if (meet.length === 0) return { assigned: 0, opened: 0 }
  const at = now()
  const assigned = await tx
    .insert(assignments)
    .values(meet.map((pair) => ({ ...pair, assignedAt: at })))
    .onConflictDoNothing()
    .returning({ jurorId: assignments.jurorId })
  const opened = await tx
    .insert(ballots)
    .values(meet.map((pair) => ({ ...pair, changedAt: at })))
    .onConflictDoNothing()
    .returning({ id: ballots.id })
  return { assigned: assigned.length, opened: opened.length }
}

/** Takes a seat's untouched assignments away: it leaves the jury. */
export async function clearAssignments(jurorId: string): Promise<void> {
  const tx = await db()
  const pairs = await tx
    .select({ entryId: assignments.entryId })
    .from(assignments)
    .where(eq(assignments.jurorId, jurorId))
  if (pairs.length === 0) return
  await tx.delete(ballots).where(eq(ballots.jurorId, jurorId))
  await tx.delete(assignments).where(
    and(
      eq(assignments.jurorId, jurorId),
      inArray(
        assignments.entryId,
        pairs.map(({ entryId }) => entryId),
      ),
    ),
  )
}
