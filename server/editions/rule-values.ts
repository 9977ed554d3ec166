import 'server-only'
import { count, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { events } from '@/db/schema'
import type { Openness } from '@/domain/publishing/openness'

/** What the events of an edition have under each rule, the most frequent first, each with how many have it. */
export interface RuleValues {
  readonly 'team-size': readonly { readonly min: number; readonly max: number; readonly events: number }[]
  readonly rubric: readonly { readonly criteria: number; readonly events: number }[]
  readonly openness: readonly { readonly openness: Openness; readonly events: number }[]
  /** Of the events that have one above them; a cap of null is none. */
  readonly promotion: readonly {
    readonly slots: number
    readonly cap: number | null
    readonly events: number
  }[]
}

/** Reads what locking a rule would keep as it is. Says nothing about who may see it. */
export async function ruleValues(editionId: string): Promise<RuleValues> {
  const ofEdition = eq(events.editionId, editionId)
  const criteria = sql<number>`(select count(*)::int from criteria
    where criteria.event_id = events.id and criteria.award_id is null)`.as('criteria')
  const rubrics = database.select({ criteria }).from(events).where(ofEdition).as('rubrics')
  const { teamMin: min, teamMax: max, openness, promotionSlots: slots, promotionCapPerRoot: cap } = events
  return {
    'team-size': await database
      .select({ min, max, events: count() })
      .from(events)
      .where(ofEdition)
      .groupBy(min, max)
      .orderBy(desc(count()), min, max),
    rubric: await database
      .select({ criteria: rubrics.criteria, events: count() })
      .from(rubrics)
      .groupBy(rubrics.criteria)
      .orderBy(desc(count()), rubrics.criteria),
    openness: await database
      .select({ openness, events: count() })
      .from(events)
      .where(ofEdition)
      .groupBy(openness)
      .orderBy(desc(count()), openness),
    promotion: await database
      .select({ slots, cap, events: count() })
      .from(events)
      .where(sql`${ofEdition} and ${isNotNull(events.parentId)}`)
      .groupBy(slots, cap)
      .orderBy(desc(count()), slots, cap),
  }
}
