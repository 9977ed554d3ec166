import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { entries, events, passedOver, personEmails, promotions, teamMembers, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { nominate } from '@/domain/promotion/nominate'
import type { PromotionState } from '@/domain/promotion/states'
import { record } from '../audit'
import { now } from '../clock'
import { baseUrl } from '../env'
import { enqueueMail } from '../mail'
import type { Edge } from './edge'

export interface OfferedPlace {
  readonly promotion: string
  readonly slot: number
  readonly state: Extract<PromotionState, 'offered' | 'open'>
  /** The entry it is offered to; null when the rule names nobody and the place stays open. */
  readonly entry: string | null
}

/**
 * Offers a free slot to the team the rule names, in the caller's transaction, and tells its captain. When the rule
 * names nobody the place stays open. Each better placed team that is passed over is kept with the reason. `override`
 * names another team, in writing.
 */
export async function offerPlace(
  actor: Actor,
  fromEventId: string,
  edge: Edge,
  slot: number,
  override?: { entry: string; reason: string },
): Promise<OfferedPlace> {
  const named = nominate(edge.candidates, edge.rule, edge.offers)
  const entry = override?.entry ?? named.nominee?.entry ?? null
  const state = entry === null ? 'open' : 'offered'
  const rank = edge.candidates.find((candidate) => candidate.entry === entry)?.rank ?? null
  const change = {
    state,
    teamEntryId: entry,
    rank,
    resultId: edge.resultId,
    override: override?.reason ?? null,
    changedAt: now(),
    changedBy: actor.personId,
  } as const
  const id = await writePlace(fromEventId, edge, slot, change)
  if (!override && named.passedOver.length > 0) {
    const rows = named.passedOver.map((passed) => ({
      promotionId: id,
      entryId: passed.entry,
      reason: passed.reason,
    }))
    await (await db()).insert(passedOver).values(rows).onConflictDoNothing()
  }
  if (entry !== null) await tellCaptain(id, entry, fromEventId, edge.toEventId)
  await record({
    actor,
    action: state === 'open' ? 'leave-place-open' : 'offer-place',
    object: { kind: 'promotion', id },
    event: fromEventId,
    details: { slot, entry, rank, override: override !== undefined },
  })
  return { promotion: id, slot, state, entry }
}

type Place = Pick<typeof promotions.$inferInsert, 'state' | 'teamEntryId'> &
  Partial<typeof promotions.$inferInsert>

/** An open place of this slot is filled; else a new one is written. */
async function writePlace(fromEventId: string, edge: Edge, slot: number, change: Place): Promise<string> {
  const database = await db()
  const open = edge.offers.find((offer) => offer.slot === slot && offer.state === 'open')
  if (open) {
    await database.update(promotions).set(change).where(eq(promotions.id, open.id))
    return open.id
  }
  const [made] = await database
    .insert(promotions)
    .values({ ...change, changedAt: now(), fromEventId, toEventId: edge.toEventId, slot })
    .returning({ id: promotions.id })
  if (!made) throw new Error('not written')
  return made.id
}

/** The mail stands in the log of the event the team competed at: that one's organizer may see its captain's address. */
async function tellCaptain(
  promotion: string,
  entry: string,
  fromEventId: string,
  toEventId: string,
): Promise<void> {
  const database = await db()
  const [captain] = await database
    .select({ to: personEmails.email, team: teams.name })
    .from(entries)
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .innerJoin(
      teamMembers,
      and(eq(teamMembers.teamId, teams.id), eq(teamMembers.role, 'captain'), isNull(teamMembers.leftAt)),
    )
    .innerJoin(personEmails, eq(personEmails.personId, teamMembers.personId))
    .where(eq(entries.id, entry))
    .orderBy(desc(personEmails.isPrimary), personEmails.email)
    .limit(1)
  const [parent] = await database.select({ name: events.name }).from(events).where(eq(events.id, toEventId))
  if (!captain || !parent) return
  await enqueueMail({
    to: captain.to,
    template: 'promotion-offered',
    event: fromEventId,
    values: { team: captain.team, event: parent.name, link: `${baseUrl()}/me` },
    dedupeKey: `promotion-offered ${promotion} ${entry}`,
  })
}
