import 'server-only'
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { createTranslator } from 'use-intl/core'
import { transaction } from '@/db/client'
import {
  challenges,
  conflicts,
  editions,
  entries,
  events,
  jurors,
  organizationParents,
  organizations,
  presences,
  registrations,
  teamMembers,
  teams,
} from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { hasReached } from '@/domain/events/phases'
import {
  DERIVED_KINDS,
  type DerivedConflict,
  derivedConflicts,
  type EntryTies,
} from '@/domain/judging/derived-conflicts'
import { readMessages } from '@/messages/read'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { LOCALE } from '../messages'
import { keepApart, letMeet } from './keep-apart'
import { refillPanel } from './refill-panel'

/**
 * Brings the conflicts that follow from the records up to date: seats, teams, members, institutions. Joins the caller's
 * transaction; call it whenever one of those changes. A new one removes an untouched ballot and sets a begun one aside
 * with its reason; one that no longer holds is lifted, and so is what it set aside. What a person lifted stays lifted,
 * and what is sealed stays sealed: there only a correction takes a ballot out.
 */
export async function refreshConflicts(eventId: string, actor: Actor | null = null): Promise<void> {
  await transaction(async (tx) => {
    const [jury] = await tx
      .select({ seats: sql<number>`count(*)::int` })
      .from(jurors)
      .where(eq(jurors.eventId, eventId))
    if (!jury?.seats) return
    await takeTurn(eventId)
    const found = await findEventById(eventId)
    if (!found || hasReached(found.facts.phase, 'sealed')) return
    const due = await conflictsDue(eventId)
    const standing = await tx
      .select({ conflict: conflicts, seated: isNull(jurors.unseatedAt) })
      .from(conflicts)
      .innerJoin(jurors, eq(jurors.id, conflicts.jurorId))
      .where(
        and(
          eq(jurors.eventId, eventId),
          inArray(conflicts.kind, [...DERIVED_KINDS]),
          or(isNull(conflicts.liftedAt), sql`${conflicts.liftedBy} is not null`),
        ),
      )
    const has = new Set(
      standing.map(({ conflict }) => keyOf(conflict.jurorId, conflict.entryId, conflict.kind)),
    )
    const holds = new Set(due.map(({ juror, entry, kind }) => keyOf(juror, entry, kind)))
    const fresh = due.filter(({ juror, entry, kind }) => !has.has(keyOf(juror, entry, kind)))
    const over = standing.filter(
      ({ conflict, seated }) =>
        seated && !conflict.liftedAt && !holds.has(keyOf(conflict.jurorId, conflict.entryId, conflict.kind)),
    )
    if (fresh.length + over.length === 0) return

    const names = await namesOf(fresh)
    const added = fresh.length
      ? await tx
          .insert(conflicts)
          .values(
            fresh.map(({ juror, entry, kind, through }) => ({
              jurorId: juror,
              entryId: entry,
              kind,
              reason: reasonOf(kind, names.get(through ?? '') ?? ''),
              recordedAt: now(),
            })),
          )
          .onConflictDoNothing()
          .returning()
      : []
    await keepApart(added)
    const ended = over.map(({ conflict }) => conflict)
    if (ended.length > 0) {
      const ids = ended.map(({ id }) => id)
      await tx.update(conflicts).set({ liftedAt: now() }).where(inArray(conflicts.id, ids))
    }
    await letMeet(eventId, ended)
    await record({
      actor,
      action: 'refresh-conflicts',
      object: { kind: 'event', id: eventId },
      event: eventId,
      details: { added: added.map(({ id }) => id), lifted: ended.map(({ id }) => id) },
    })
    await refillPanel(eventId, actor)
  })
}

const keyOf = (juror: string, entry: string, kind: string) => `${juror} ${entry} ${kind}`

async function conflictsDue(eventId: string): Promise<DerivedConflict[]> {
  return transaction(async (tx) => {
    const [event] = await tx
      .select({
        on: sql<string>`to_char(${events.startsAt} at time zone ${events.timeZone}, 'YYYY-MM-DD')`,
        challengeOwnerConflicts: editions.challengeOwnerConflicts,
      })
      .from(events)
      .innerJoin(editions, eq(editions.id, events.editionId))
      .where(eq(events.id, eventId))
    if (!event) return []
    const seats = await tx
      .select({ juror: jurors.id, organization: jurors.organizationId, person: jurors.personId })
      .from(jurors)
      .where(and(eq(jurors.eventId, eventId), isNull(jurors.unseatedAt)))
    const links = await tx.select().from(organizationParents)
    return derivedConflicts(seats, await entryTies(eventId), links, event)
  })
}

async function entryTies(eventId: string): Promise<EntryTies[]> {
  return transaction(async (tx) => {
    const rows = await tx
      .select({
        entry: entries.id,
        team: teams.id,
        institution: teams.institutionId,
        challengeOwner: challenges.ownerId,
      })
      .from(entries)
      .innerJoin(teams, eq(teams.id, entries.teamId))
      .leftJoin(challenges, eq(challenges.id, entries.challengeId))
      .where(eq(entries.eventId, eventId))
    // A promoted team's members are registered where it first entered.
    const members = await tx
      .selectDistinct({ team: teamMembers.teamId, institution: registrations.institutionId })
      .from(entries)
      .innerJoin(teamMembers, and(eq(teamMembers.teamId, entries.teamId), isNull(teamMembers.leftAt)))
      .innerJoin(
        registrations,
        and(
          eq(registrations.personId, teamMembers.personId),
          or(eq(registrations.eventId, teamMembers.eventId), eq(registrations.eventId, entries.eventId)),
        ),
      )
      .where(eq(entries.eventId, eventId))
    const coaches = await tx
      .selectDistinct({ team: presences.teamId, person: presences.personId })
      .from(presences)
      .innerJoin(entries, eq(entries.teamId, presences.teamId))
      .where(and(eq(entries.eventId, eventId), eq(presences.capacity, 'coach')))
    const institutionsOf = byTeam([...rows, ...members], ({ institution }) => institution)
    const coachesOf = byTeam(coaches, ({ person }) => person)
    return rows.map(({ entry, team, challengeOwner }) => ({
      entry,
      challengeOwner,
      institutions: institutionsOf(team),
      coaches: coachesOf(team),
    }))
  })
}

/** What ties each team, in the order of the rows; a field of thousands is gone through once. */
function byTeam<Row extends { team: string | null }>(rows: readonly Row[], tie: (row: Row) => string | null) {
  const ties = new Map<string | null, string[]>()
  for (const row of rows) {
    const tied = tie(row)
    if (tied === null) continue
    const known = ties.get(row.team)
    if (known) known.push(tied)
    else ties.set(row.team, [tied])
  }
  return (team: string) => ties.get(team) ?? []
}

async function namesOf(found: readonly DerivedConflict[]): Promise<Map<string, string>> {
  const ids = [...new Set(found.flatMap(({ through }) => (through === null ? [] : [through])))]
  if (ids.length === 0) return new Map()
  return transaction(async (tx) => {
    const rows = await tx
      .select({ id: organizations.id, name: organizations.name })
      .from(organizations)
      .where(inArray(organizations.id, ids))
    return new Map(rows.map(({ id, name }) => [id, name]))
  })
}

function reasonOf(kind: DerivedConflict['kind'], name: string): string {
  const messages: Record<string, string> = readMessages(LOCALE).judging.reasons
  return createTranslator({ locale: LOCALE, messages })(kind, { name })
}
