import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { entries, promotions, teams } from '@/db/schema'
import { HOLDING_STATES } from '@/domain/promotion/states'
import type { EventOnMap } from '../editions/queries'

/** A place in a final as the public may know it. */
export interface PlaceInFinal {
  /** The event it is won at. */
  readonly event: string
  readonly slug: string
  readonly country: string
  readonly slot: number
  /** Null while it is to be announced: nobody is named before their own event's result is published. */
  readonly team: { readonly slug: string; readonly name: string } | null
  /** The final has taken the team in. */
  readonly accepted: boolean
}

/**
 * The places of a final, one or more for each event that leads to it.
 * @param children the public events below it
 */
export async function placesIn(
  finalId: string,
  children: readonly EventOnMap[],
): Promise<readonly PlaceInFinal[]> {
  const held = await (await db())
    .select({
      from: promotions.fromEventId,
      slot: promotions.slot,
      state: promotions.state,
      team: { slug: teams.slug, name: teams.name },
    })
    .from(promotions)
    .innerJoin(entries, eq(entries.id, promotions.teamEntryId))
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .where(and(eq(promotions.toEventId, finalId), inArray(promotions.state, HOLDING_STATES)))
  return children.flatMap(({ id, slug, country, state, promotionSlots }) =>
    Array.from({ length: promotionSlots }, (_, index) => {
      const place = held.find(({ from, slot }) => from === id && slot === index + 1)
      const known = state === 'winner' ? place : undefined
      return {
        event: id,
        slug,
        country,
        slot: index + 1,
        team: known?.team ?? null,
        accepted: known?.state === 'accepted',
      }
    }),
  )
}
