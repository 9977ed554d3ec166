import 'server-only'
import { and, asc, eq, getTableColumns, isNull, ne, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { challenges, decks, entries, submissions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { begunBefore, countingVersion } from '@/domain/submissions/counting-version'
import { checklistOf, missingOf } from '@/domain/submissions/project'
import { now } from '../clock'
import { inConflict } from '../judging/in-conflict'
import { findEntry } from './find-entry'
import { deckDigestOf, digestOf, receiptOf } from './submit-project'

export type SubmissionRow = Awaited<ReturnType<typeof versionsOf>>[number]

/** A version's own columns, and of its deck what says whether it was begun in time. */
const VERSION = { ...getTableColumns(submissions), deckBegunAt: decks.begunAt }

/** All versions of an entry, the first one first. */
async function versionsOf(entryId: string) {
  return (await db())
    .select(VERSION)
    .from(submissions)
    .leftJoin(decks, eq(decks.id, submissions.deckId))
    .where(eq(submissions.entryId, entryId))
    .orderBy(asc(submissions.version))
}

/**
 * A team's own project: the draft, what is still missing, the receipts so far, which version counts, and whether the
 * draft differs from the last one handed in. Null for who may not open it.
 */
export async function projectOf(actor: Actor, entryId: string) {
  const found = await findEntry(entryId)
  if (!found) return null
  const { entry, team, event, facts } = found
  if (can(actor, 'open-deliverable', { event: facts, team: team.id }, now())) return null
  if (!mayReadDraft(actor, team.id, facts.id)) return null
  const versions = await versionsOf(entryId)
  const [challenge] = entry.challengeId
    ? await (await db()).select().from(challenges).where(eq(challenges.id, entry.challengeId))
    : []
  const [deck] = entry.deckId ? await (await db()).select().from(decks).where(eq(decks.id, entry.deckId)) : []
  return {
    entry,
    deck: deck ?? null,
    challenge: challenge ?? null,
    checklist: checklistOf(entry),
    missing: missingOf(entry),
    receipts: versions.map((version) => ({
      ...receiptOf(version),
      lateReason: version.lateReason,
      begunAt: begunBefore(version, event.submissionsDueAt) ? version.deckBegunAt : null,
    })),
    counting: countingVersion(versions, event.submissionsDueAt)?.version ?? null,
    changed: versions.at(-1)?.digest !== digestOf(entry, await deckDigestOf(entry.deckId)),
  }
}

/** Drafts are the team's and the organizer's; a juror opens what was handed in. */
export const mayReadDraft = (actor: Actor, team: string, event: string) =>
  actor.memberships.some((membership) => membership.team === team) ||
  actor.grants.some(({ role, node }) => role === 'event-organizer' && node === event)

/**
 * What was handed in and counts, for who may open it: the team, the organizer, and jurors for the entries they may
 * score. Refused `not-found` before anything was handed in.
 */
export async function openDeliverable(actor: Actor, entryId: string): Promise<SubmissionRow | Refusal> {
  const found = await findEntry(entryId)
  if (!found) return refuse('not-found')
  const { facts, team, event } = found
  const conflicted = await inConflict(actor, facts.id, entryId)
  const no = can(actor, 'open-deliverable', { event: facts, team: team.id, conflicted }, now())
  if (no) return no
  return countingVersion(await versionsOf(entryId), event.submissionsDueAt) ?? refuse('not-found')
}

/** Which entries of an event have handed something in, with the version that counts. Asks for no rights: counts only. */
export async function countingVersions(eventId: string, deadline: Date | null): Promise<Map<string, number>> {
  const rows = await (await db())
    .select(VERSION)
    .from(submissions)
    .innerJoin(entries, eq(entries.id, submissions.entryId))
    .leftJoin(decks, eq(decks.id, submissions.deckId))
    .where(and(eq(entries.eventId, eventId), isNull(entries.withdrawnAt)))
  const entriesOf = [...new Set(rows.map(({ entryId }) => entryId))]
  const counting = entriesOf.map((entry) => {
    const own = rows.filter(({ entryId }) => entryId === entry)
    return [entry, countingVersion(own, deadline)?.version] as const
  })
  return new Map(counting.filter((pair): pair is [string, number] => pair[1] !== undefined))
}

/**
 * The challenges of an edition by code, as a team's entry can take them; `full` is how many teams of the event may have
 * one that is taken by as many others.
 */
export async function challengeChoices(entry: { id: string; eventId: string }, editionId: string) {
  const taken = sql<number>`count(${entries.id})::int`
  const rows = await (await db())
    .select({
      id: challenges.id,
      code: challenges.code,
      title: challenges.title,
      most: challenges.mostTeams,
      taken,
    })
    .from(challenges)
    .leftJoin(
      entries,
      and(
        eq(entries.challengeId, challenges.id),
        eq(entries.eventId, entry.eventId),
        isNull(entries.withdrawnAt),
        ne(entries.id, entry.id),
      ),
    )
    .where(eq(challenges.editionId, editionId))
    .groupBy(challenges.id)
    .orderBy(asc(challenges.code))
  return rows.map(({ most, taken, ...row }) => ({
    ...row,
    full: most !== null && taken >= most ? most : null,
  }))
}
