import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { assignments, ballots } from '@/db/schema'
import { assign } from '@/domain/judging/assignment/assign'
import type { Assignment, AssignmentInput, Pair } from '@/domain/judging/assignment/input'
import { minimumBallots } from '@/domain/ranking/gates'
import { now } from '../clock'
import { awardsWithJury } from './award-juries'
import { type Meeting, type Panel, panelOf } from './panel-of'
import type { PanelPlan } from './panel-plan'

/** What filling a panel changed, and by what input it was decided. */
export interface FilledPanel {
  readonly assigned: number
  readonly opened: number
  readonly removed: number
  readonly shortfalls: Assignment['shortfalls']
  readonly input: AssignmentInput
}

/** Rows written in one statement: a statement takes 65,535 values. */
const AT_ONCE = 10_000

/** A special prize's jury is small, and each of its members sees every entry. */
const EVERYBODY: PanelPlan = { perEntry: null, seed: '' }

/**
 * Assigns an event's panel by its plan and the juries of its special prizes to every entry, in the caller's transaction
 * that holds the event's turn. The shortfalls and the input are those of the event's own jury.
 */
export async function fillPanel(eventId: string, plan: PanelPlan, anew: boolean): Promise<FilledPanel> {
  const own = await fillJury(eventId, null, plan, anew)
  const filled = [own]
  for (const { id } of await awardsWithJury(eventId)) {
    filled.push(await fillJury(eventId, id, EVERYBODY, anew))
  }
  const sum = (count: 'assigned' | 'opened' | 'removed') =>
    filled.reduce((before, one) => before + one[count], 0)
  return { ...own, assigned: sum('assigned'), opened: sum('opened'), removed: sum('removed') }
}

/**
 * Assigns one jury's panel by its plan, in the caller's transaction that holds the event's turn, and opens the missing
 * ballots. What was begun or answered stays. `anew` takes untouched ballots back and deals them again; otherwise they
 * stay too, and only what is missing is dealt.
 */
async function fillJury(
  eventId: string,
  award: string | null,
  plan: PanelPlan,
  anew: boolean,
): Promise<FilledPanel> {
  const panel = await panelOf(eventId, award)
  const input = inputOf(panel, plan, anew)
  const wanted = plan.perEntry === null ? complete(input) : assign(input)
  const kept = new Set(wanted.assignments.map(keyOf))
  const untouched = panel.meetings.filter((meeting) => isUntouched(meeting) && !kept.has(keyOf(meeting)))
  if (anew) await takeBack(untouched)
  const { assigned, opened } = await openSheets(wanted.assignments)
  return {
    assigned,
    opened,
    removed: anew ? untouched.length : 0,
    shortfalls: wanted.shortfalls,
    input,
  }
}

/**
 * A juror who recused, or whose ballot is set aside, does not get the entry a second time. One recorded as absent does
 * not either; but only a new deal gives the ballot to somebody else, as absences are recorded when scoring ends.
 */
function inputOf(panel: Panel, { perEntry, seed }: PanelPlan, anew: boolean): AssignmentInput {
  const isOut = ({ status, isSetAside }: Meeting) =>
    isSetAside || status === 'recused' || (status === 'absent' && anew)
  const pairOf = ({ juror, entry }: Pair): Pair => ({ juror, entry })
  return {
    jurors: panel.jurors.map((id) => ({ id })),
    entries: panel.entries.map((id) => ({ id })),
    conflicts: [...panel.conflicts, ...panel.meetings.filter(isOut).map(pairOf)],
    fixed: panel.meetings.filter((meeting) => !isOut(meeting) && !(anew && isUntouched(meeting))).map(pairOf),
    perEntry: perEntry ?? minimumBallots(panel.jurors.length),
    seed,
  }
}

/** Everybody scores everybody they may meet; an entry is short below what an official ranking needs. */
function complete({ jurors, entries, conflicts, perEntry }: AssignmentInput): Omit<Assignment, 'loads'> {
  const apart = new Set(conflicts.map(keyOf))
  const all = entries.flatMap(({ id: entry }) => jurors.map(({ id: juror }) => ({ juror, entry })))
  const chosen = all.filter((pair) => !apart.has(keyOf(pair)))
  const shortfalls = entries.flatMap(({ id: entry }) => {
    const missing = perEntry - chosen.filter((pair) => pair.entry === entry).length
    return missing > 0 ? [{ entry, missing }] : []
  })
  return { assignments: chosen, shortfalls }
}

async function takeBack(meetings: readonly Meeting[]): Promise<void> {
  const tx = await db()
  for (const juror of new Set(meetings.map((meeting) => meeting.juror))) {
    const own = meetings.filter((meeting) => meeting.juror === juror).map(({ entry }) => entry)
    await tx.delete(ballots).where(and(eq(ballots.jurorId, juror), inArray(ballots.entryId, own)))
    await tx.delete(assignments).where(and(eq(assignments.jurorId, juror), inArray(assignments.entryId, own)))
  }
}

async function openSheets(pairs: readonly Pair[]): Promise<{ assigned: number; opened: number }> {
  const tx = await db()
  const at = now()
  let [assigned, opened] = [0, 0]
  for (let start = 0; start < pairs.length; start += AT_ONCE) {
    const some = pairs
      .slice(start, start + AT_ONCE)
      .map(({ juror, entry }) => ({ jurorId: juror, entryId: entry }))
    const made = await tx
      .insert(assignments)
      .values(some.map((pair) => ({ ...pair, assignedAt: at })))
      .onConflictDoNothing()
      .returning({ jurorId: assignments.jurorId })
    const sheets = await tx
      .insert(ballots)
      .values(some.map((pair) => ({ ...pair, changedAt: at })))
      .onConflictDoNothing()
      .returning({ id: ballots.id })
    assigned += made.length
    opened += sheets.length
  }
  return { assigned, opened }
}

function isUntouched({ status, isBegun }: Meeting): boolean {
  return !isBegun && (status === null || status === 'draft')
}

function keyOf({ juror, entry }: Pair): string {
  return `${juror} ${entry}`
}
