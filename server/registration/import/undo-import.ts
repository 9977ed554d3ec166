import 'server-only'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import {
  conflicts,
  entries,
  importLines,
  imports,
  persons,
  registrations,
  teamMembers,
  teams,
} from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { allOrNothing } from '../../all-or-nothing'
import { record } from '../../audit'
import { now } from '../../clock'
import { findEventById, isUuid } from '../../events/find-event'
import { lockEvent } from '../../events/lock-event'
import { refreshConflicts } from '../../judging/refresh-conflicts'
import { admitWaiting } from '../admit-waiting'
import { restoreLines } from './restore-lines'
import { among, createdBy, type ImportedLine, teamsMadeBy, whoBuiltOn } from './who-built-on'

/** How long an import can be undone, in hours of the competition's clock. */
export const UNDO_HOURS = 24
/** How many a refusal names. */
const NAMED = 5

/**
 * Takes back exactly what an import did and nothing else: the people it created, their seats, the teams it made that
 * are empty then, and what it updated. Refused `undo-late` after 24 hours, `undo-done`, and `undo-built-on` when people
 * it created or its teams went on from it since.
 */
export async function undoImport(
  actor: SignedIn,
  { import: id }: { import: string },
): Promise<{ people: number; teams: number } | Refusal> {
  if (!isUuid(id)) return refuse('not-found')
  return transaction(async (tx) => {
    const [found] = await tx.select().from(imports).where(eq(imports.id, id)).for('update')
    const event = found && (await findEventById(found.eventId))
    if (!found || !event) return refuse('not-found')
    const no = can(actor, 'register-others', { event: event.facts }, now())
    if (no) return no
    await lockEvent(found.eventId)
    if (found.undoneAt) return refuse('undo-done', { name: found.fileName })
    if (now().getTime() - found.importedAt.getTime() > UNDO_HOURS * 3_600_000)
      return refuse('undo-late', { hours: UNDO_HOURS })
    const lines = await tx.select().from(importLines).where(eq(importLines.importId, id))
    const builtOn = await whoBuiltOn(lines)
    if (builtOn.length > 0) {
      const [names, others] = [builtOn.slice(0, NAMED).join(', '), Math.max(0, builtOn.length - NAMED)]
      return refuse('undo-built-on', { name: found.fileName, count: builtOn.length, names, others })
    }
    await restoreLines(id)
    const people = await removePeople(lines)
    const removedTeams = await removeEmptyTeams(lines)
    await tx.update(imports).set({ undoneAt: now(), undoneBy: actor.personId }).where(eq(imports.id, id))
    await refreshConflicts(found.eventId, actor)
    // The places it took are free again.
    const admitted = await admitWaiting(found.eventId)
    await record({
      actor,
      action: 'undo-import',
      object: { kind: 'import', id },
      event: found.eventId,
      details: { people, teams: removedTeams, admitted },
    })
    return { people, teams: removedTeams }
  })
}

/** As one parameter: an import may be of more lines than a statement takes parameters. */
async function removePeople(lines: readonly ImportedLine[]): Promise<number> {
  const database = await db()
  const seats = lines.flatMap(({ memberId }) => memberId ?? [])
  await database.delete(teamMembers).where(among(teamMembers.id, seats))
  const gone = await database
    .delete(registrations)
    .where(among(registrations.id, createdBy(lines)))
    .returning({ id: registrations.id, personId: registrations.personId })
  const newcomers = new Set(
    lines.flatMap(({ personCreated, registrationId }) => (personCreated && registrationId) || []),
  )
  const strangers = gone.flatMap(({ id, personId }) => (newcomers.has(id) ? [personId] : []))
  // Someone who has come to more than this event meanwhile stays.
  await database
    .delete(persons)
    .where(
      and(
        among(persons.id, strangers),
        sql`not exists (select from registrations r where r.person_id = ${persons.id})`,
        sql`not exists (select from role_grants g where g.person_id = ${persons.id})`,
        sql`not exists (select from jurors j where j.person_id = ${persons.id})`,
      ),
    )
  return gone.length
}

async function removeEmptyTeams(lines: readonly ImportedLine[]): Promise<number> {
  const database = await db()
  const empty = await database
    .select({ id: teams.id })
    .from(teams)
    .leftJoin(teamMembers, and(eq(teamMembers.teamId, teams.id), isNull(teamMembers.leftAt)))
    .where(and(among(teams.id, teamsMadeBy(lines)), isNull(teamMembers.id)))
  const ids = empty.map(({ id }) => id)
  await database.delete(teamMembers).where(among(teamMembers.teamId, ids))
  // A jury that was seated before the list came keeps no conflict with a team that never was.
  const gone = database.select({ id: entries.id }).from(entries).where(among(entries.teamId, ids))
  await database.delete(conflicts).where(inArray(conflicts.entryId, gone))
  await database.delete(entries).where(among(entries.teamId, ids))
  await database.delete(teams).where(among(teams.id, ids))
  return ids.length
}

/** Undoes several imports or, when one of them is refused, none. */
export async function undoImports(
  actor: SignedIn,
  { imports: ids }: { imports: readonly string[] },
): Promise<{ people: number; teams: number } | Refusal> {
  return allOrNothing(async () => {
    const total = { people: 0, teams: 0 }
    for (const id of ids) {
      const undone = await undoImport(actor, { import: id })
      if (isRefusal(undone)) return undone
      total.people += undone.people
      total.teams += undone.teams
    }
    return total
  })
}
