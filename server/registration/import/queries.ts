import 'server-only'
import { desc, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { imports, organizations, persons } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../../clock'
import { findEventById } from '../../events/find-event'
import { UNDO_HOURS } from './undo-import'

/** The lists imported into an event, latest first, and whether each can still be taken back. */
export async function importsOf(actor: Actor, eventId: string) {
  const found = await findEventById(eventId)
  if (!found) return refuse('not-found')
  const no: Refusal | null = can(actor, 'edit-event', { event: found.facts }, now())
  if (no) return no
  const rows = await (await db())
    .select({
      id: imports.id,
      name: imports.fileName,
      institution: organizations.name,
      counts: imports.counts,
      importedAt: imports.importedAt,
      undoneAt: imports.undoneAt,
      givenName: persons.givenName,
      familyName: persons.familyName,
    })
    .from(imports)
    .innerJoin(organizations, eq(organizations.id, imports.institutionId))
    .innerJoin(persons, eq(persons.id, imports.importedBy))
    .where(eq(imports.eventId, eventId))
    .orderBy(desc(imports.importedAt), desc(imports.id))
  const oldest = now().getTime() - UNDO_HOURS * 3_600_000
  return rows.map(({ givenName, familyName, ...row }) => ({
    ...row,
    by: `${givenName} ${familyName}`.trim(),
    undoable: row.undoneAt === null && row.importedAt.getTime() >= oldest,
  }))
}

/** The names of institutions, by id. */
export async function institutionNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await (await db())
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.id, [...ids]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
