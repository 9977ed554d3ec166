import 'server-only'
import { asc, desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { editions, events } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { now } from '../clock'
import { EVENT_FACTS } from './find-event'

/** A place in a tree of events where the actor may add one: an edition's own level, or below an event. */
export interface PlaceInTree {
  readonly edition: string
  readonly parent: string | null
  readonly year: number
  /** The parent's name. */
  readonly name: string | null
}

/** Where in a competition somebody may add events, the newest edition first. Winners of a city event go to another. */
export async function whereToCreate(actor: Actor, competition: string): Promise<PlaceInTree[]> {
  const own = await database
    .select()
    .from(editions)
    .where(eq(editions.competitionId, competition))
    .orderBy(desc(editions.ordinal))
  const rows = await database
    .select({ facts: EVENT_FACTS, name: events.name, level: events.level })
    .from(events)
    .innerJoin(editions, eq(editions.id, events.editionId))
    .where(eq(editions.competitionId, competition))
    .orderBy(asc(events.level), asc(events.name))
  return own.flatMap(({ id, year }) => {
    const may = (object: Parameters<typeof can>[2]) => can(actor, 'create-event', object, now()) === null
    const below = rows
      .filter(({ facts, level }) => facts.edition === id && level !== 'city')
      .filter(({ facts }) =>
        may({ event: { ...facts, ancestors: [facts.id, ...facts.ancestors] }, edition: id, competition }),
      )
      .map(({ facts, name }) => ({ edition: id, parent: facts.id, year, name }))
    return may({ edition: id, competition })
      ? [{ edition: id, parent: null, year, name: null }, ...below]
      : below
  })
}
