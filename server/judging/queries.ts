import 'server-only'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  ballots,
  challenges,
  conflicts,
  criteria,
  criterionLevels,
  currentMarks,
  entries,
  jurors,
  marks,
  notes,
  organizations,
  setAsides,
  teams,
} from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEvent } from '../events/find-event'
import { isOfJury } from './award-juries'
import { notePresence } from './note-presence'
import { seatOf } from './seat-of'

/** The event's rubric in its order, or a special prize's, with the sentences of its levels. */
export async function rubricOf(eventId: string, award: string | null = null) {
  const database = await db()
  const rows = await database
    .select()
    .from(criteria)
    .where(and(eq(criteria.eventId, eventId), isOfJury(criteria.awardId, award)))
    .orderBy(asc(criteria.position))
  const levels = await database
    .select({
      criterionId: criterionLevels.criterionId,
      value: criterionLevels.value,
      sentence: criterionLevels.sentence,
    })
    .from(criterionLevels)
    .innerJoin(criteria, eq(criteria.id, criterionLevels.criterionId))
    .where(eq(criteria.eventId, eventId))
    .orderBy(asc(criterionLevels.value))
  return rows.map(({ id, kind, name, weight, scaleMin, scaleMax, step }) => ({
    id,
    kind,
    name,
    weight,
    scale: { min: scaleMin, max: scaleMax, step },
    levels: levels
      .filter(({ criterionId }) => criterionId === id)
      .map(({ value, sentence }) => ({ value, sentence })),
  }))
}

/** The seats of a jury in their order, those who left aside. */
export async function seatsOf(eventId: string) {
  return (await db())
    .select({
      juror: jurors.id,
      person: jurors.personId,
      organization: jurors.organizationId,
      /** The special prize it scores for; null for the event's own jury. */
      award: jurors.awardId,
      office: jurors.office,
      position: jurors.position,
      voting: jurors.voting,
      president: jurors.president,
      invented: jurors.invented,
      seenAt: jurors.lastSeenAt,
      waiting: jurors.waiting,
      nudgedAt: jurors.nudgedAt,
    })
    .from(jurors)
    .where(and(eq(jurors.eventId, eventId), isNull(jurors.unseatedAt)))
    .orderBy(asc(jurors.position))
}

/** Everything the juror's own sheet holds. */
export type OwnSheet = Exclude<Awaited<ReturnType<typeof ownSheet>>, Refusal>

/**
 * The juror's own sheet: the entries to score in the order of pitches, the current mark of each cell, the ballots, the
 * latest notes, and the teams this seat never meets. Only the own; refused to who holds no seat here.
 */
export async function ownSheet(actor: Actor, address: { edition: string; event: string }) {
  const found = await findEvent(address.edition, address.event)
  if (!found) return refuse('not-found')
  const own = seatOf(actor, found.event.id)
  const no = can(actor, 'read-own-marks', { event: found.facts, juror: own?.juror }, now())
  if (no) return no
  if (!own) return refuse('not-found')
  const eventId = found.event.id
  const jurorId = own.juror
  const seat = (await seatsOf(eventId)).find(({ juror }) => juror === jurorId)
  if (!seat) return refuse('not-found')
  await notePresence(jurorId, seat)
  const sheet = await entriesFor(eventId, jurorId)
  const scored = sheet.filter(({ status, conflict }) => status !== null && conflict === null)
  return {
    found,
    seat,
    reminder: found.facts.phase === 'judging' ? reminderOf(seat, scored) : null,
    criteria: await rubricOf(eventId, seat.award),
    entries: scored,
    never: sheet.filter(({ conflict }) => conflict !== null),
    marks: await currentOf(jurorId),
    notes: await notesOf(jurorId),
  }
}

/** That the organizers ask for ballots: when they last did, and how many are missing; null when none is. */
export interface Reminder {
  /** ISO, UTC. */
  readonly at: string
  readonly teams: number
}

function reminderOf(
  { nudgedAt }: { nudgedAt: Date | null },
  scored: readonly { status: string | null }[],
): Reminder | null {
  const teams = scored.filter(({ status }) => status === 'draft').length
  return nudgedAt === null || teams === 0 ? null : { at: nudgedAt.toISOString(), teams }
}

async function entriesFor(eventId: string, jurorId: string) {
  const rows = await (await db())
    .select({
      entry: entries.id,
      order: entries.pitchOrder,
      team: teams.name,
      slug: teams.slug,
      institution: organizations.name,
      challenge: challenges.title,
      title: entries.title,
      status: ballots.status,
      reason: ballots.reason,
      conflict: sql<string | null>`(select reason from ${conflicts} where juror_id = ${jurorId}
        and entry_id = ${entries.id} and lifted_at is null order by recorded_at limit 1)`,
      setAside: setAsides.reason,
    })
    .from(entries)
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .leftJoin(organizations, eq(organizations.id, teams.institutionId))
    .leftJoin(challenges, eq(challenges.id, entries.challengeId))
    .leftJoin(ballots, and(eq(ballots.entryId, entries.id), eq(ballots.jurorId, jurorId)))
    .leftJoin(setAsides, and(eq(setAsides.ballotId, ballots.id), isNull(setAsides.liftedAt)))
    .where(and(eq(entries.eventId, eventId), isNull(entries.withdrawnAt)))
    .orderBy(sql`${entries.pitchOrder} nulls last`, asc(teams.name), asc(entries.id))
  return rows
}

async function currentOf(jurorId: string) {
  const rows = await (await db())
    .select({
      id: marks.id,
      entry: marks.entryId,
      criterion: marks.criterionId,
      value: marks.value,
      device: marks.device,
      seq: marks.seq,
      at: marks.madeAt,
    })
    .from(currentMarks)
    .innerJoin(marks, eq(marks.id, currentMarks.markId))
    .where(eq(currentMarks.jurorId, jurorId))
  return rows
}

/**
 * Every mark the actor gave from their seat, in the order it came in: also those that another one replaced. Only the
 * own, at any time; refused to who holds no seat here.
 */
export async function ownHistory(actor: Actor, address: { edition: string; event: string }) {
  const found = await findEvent(address.edition, address.event)
  if (!found) return refuse('not-found')
  const own = seatOf(actor, found.event.id)
  const no = can(actor, 'read-own-marks', { event: found.facts, juror: own?.juror }, now())
  if (no) return no
  if (!own) return refuse('not-found')
  return (await db())
    .select({
      id: marks.id,
      entry: marks.entryId,
      criterion: marks.criterionId,
      value: marks.value,
      device: marks.device,
      replaces: marks.replaces,
      at: marks.madeAt,
      receivedAt: marks.receivedAt,
      late: marks.late,
    })
    .from(marks)
    .where(eq(marks.jurorId, own.juror))
    .orderBy(asc(marks.receivedAt), asc(marks.device), asc(marks.seq))
}

async function notesOf(jurorId: string) {
  return (await db())
    .selectDistinctOn([notes.entryId, notes.kind], {
      entry: notes.entryId,
      kind: notes.kind,
      text: notes.text,
    })
    .from(notes)
    .where(eq(notes.jurorId, jurorId))
    .orderBy(notes.entryId, notes.kind, desc(notes.writtenAt), desc(notes.id))
}
