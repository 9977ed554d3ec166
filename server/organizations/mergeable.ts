import 'server-only'
import { desc, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { editions, organizations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { isUuid } from '../events/find-event'

/** Two organizations, and the edition through whose administrator they become one. */
export interface MergeOfEdition {
  readonly edition: string
  readonly merged: string
  readonly into: string
}

/** Why the actor may not merge organizations through this edition (its id), or null. */
export async function mergeRefused(actor: Actor, edition: string): Promise<Refusal | null> {
  const [found] = isUuid(edition)
    ? await (await db()).select().from(editions).where(eq(editions.id, edition))
    : []
  if (!found) return refuse('not-found')
  const object = { edition: found.id, competition: found.competitionId }
  return can(actor, 'merge-organizations', object, now())
}

/** Both organizations, held until the caller's transaction ends; else why they cannot become one. */
export async function mergeable(actor: Actor, { edition, merged, into }: MergeOfEdition) {
  const no = await mergeRefused(actor, edition)
  if (no) return no
  if (merged === into) return refuse('merge-itself')
  if (![merged, into].every(isUuid)) return refuse('not-found')
  const held = await (await db())
    .select()
    .from(organizations)
    .where(inArray(organizations.id, [merged, into]))
    .orderBy(organizations.id)
    .for('update')
  const from = held.find(({ id, mergedIntoId }) => id === merged && mergedIntoId === null)
  const to = held.find(({ id, mergedIntoId }) => id === into && mergedIntoId === null)
  return from && to ? { merged: from, into: to } : refuse('not-found')
}

/** The editions through which somebody may merge organizations. */
export async function administeredEditions(actor: Actor): Promise<{ slug: string; year: string }[]> {
  if (actor.grants.length === 0) return []
  const rows = await (await db()).select().from(editions).orderBy(desc(editions.year))
  return rows
    .filter(({ id, competitionId }) => {
      const object = { edition: id, competition: competitionId }
      return can(actor, 'merge-organizations', object, now()) === null
    })
    .map(({ slug, year }) => ({ slug, year: String(year) }))
}
