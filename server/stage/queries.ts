import 'server-only'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { entries, organizations, pitchDraws, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { hasReached } from '@/domain/events/phases'
import { type Refusal, refuse } from '@/domain/refusal'
import { nextOn, type Stage, spentAt } from '@/domain/stage/stage'
import { now } from '../clock'
import { type FoundEvent, findEvent } from '../events/find-event'
import { readStage } from './read-stage'

/** A team as the hall knows it. */
export interface Pitcher {
  readonly entry: string
  /** Its place in the drawn order; null before the draw. */
  readonly order: number | null
  readonly team: string
  readonly institution: string | null
  readonly project: string | null
}

/** What the hall sees. `spent` and `limit` are milliseconds; `spent` is as of this answer and goes on while running. */
export interface StageNow {
  readonly state: Stage['state']
  readonly now: Pitcher | null
  /** Before the first call only once the order is drawn: nobody comes next by the alphabet. */
  readonly next: Pitcher | null
  /** Nobody is on stage any more, and nobody will be. */
  readonly over: boolean
  readonly spent: number
  readonly limit: number
  readonly moves: number
}

/** What is on stage at an address: public from the moment the event is. Once scoring is closed nobody comes next. */
export async function stageNow(
  actor: Actor,
  { edition, event }: { edition: string; event: string },
): Promise<StageNow | Refusal> {
  const found = await findEvent(edition, event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'see-event', { event: found.facts }, now())
  if (no) return no
  const { stage, moves } = await readStage(found)
  const field = await pitchersOf(found)
  const named = (id: string | null) => field.find(({ entry }) => entry === id) ?? null
  const closed = hasReached(found.facts.phase, 'deliberation')
  // The alphabet is no order until somebody goes by it.
  const order = field.filter((one) => one.order !== null || moves > 0).map(({ entry }) => entry)
  const next = closed ? null : named(nextOn(stage, order))
  return {
    state: stage.state,
    now: named(stage.entry),
    next,
    over: closed || (moves > 0 && stage.entry === null && next === null),
    spent: spentAt(stage, now()),
    limit: found.event.pitchMinutes * 60_000,
    moves,
  }
}

/** Everyone who pitches, in the drawn order. */
export async function pitchersOf({ event }: FoundEvent): Promise<Pitcher[]> {
  return database
    .select({
      entry: entries.id,
      order: entries.pitchOrder,
      team: teams.name,
      institution: organizations.name,
      project: entries.title,
    })
    .from(entries)
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .leftJoin(organizations, eq(organizations.id, teams.institutionId))
    .where(and(eq(entries.eventId, event.id), isNull(entries.withdrawnAt)))
    .orderBy(sql`${entries.pitchOrder} nulls last`, asc(teams.nameKey))
}

/** The newest draw of an event, its seed only once it was drawn. Null before anybody committed to one. */
export async function pitchDraw(event: string) {
  const [draw] = await database
    .select({
      commitment: pitchDraws.commitment,
      committedAt: pitchDraws.committedAt,
      seed: sql<string | null>`case when ${pitchDraws.drawnAt} is null then null else ${pitchDraws.seed} end`,
      drawnAt: pitchDraws.drawnAt,
    })
    .from(pitchDraws)
    .where(eq(pitchDraws.eventId, event))
    .orderBy(desc(pitchDraws.committedAt), desc(pitchDraws.id))
    .limit(1)
  return draw ?? null
}
