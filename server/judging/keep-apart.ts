import 'server-only'
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { assignments, ballots, conflicts, jurors, marks, setAsides } from '@/db/schema'
import { now } from '../clock'
import { fillPanel } from './fill-panel'
import { panelPlan } from './panel-plan'

/** An assignment that no use case made is a complete one. */
const COMPLETE = { perEntry: null, seed: '' }

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
  if (ended.length === 0 || !(await isAssigned(eventId))) return
  const plan = (await panelPlan(eventId)) ?? COMPLETE
  if (plan.perEntry === null) await fillPanel(eventId, plan, false)
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
