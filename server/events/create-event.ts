import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { editions, events } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { eventFault } from '@/domain/events/new-event'
import { type Refusal, refuse } from '@/domain/refusal'
import { writeGrant } from '../access/grant-role'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from './find-event'

export type NewEvent = Omit<typeof events.$inferInsert, 'id'>

/**
 * Adds an event to an edition's tree, in draft. Who adds it below their own event organizes it until they name others:
 * nobody else could. Refused by the rules of `eventFault`, `event-exists` when its address is taken,
 * `team-size-locked` when its teams would be larger or smaller than the edition allows.
 */
export async function createEvent(actor: Actor, input: NewEvent): Promise<{ event: string } | Refusal> {
  const parent = input.parentId ? await findEventById(input.parentId) : null
  if (input.parentId && !parent) return refuse('not-found')
  return transaction(async (tx) => {
    const [edition] = await tx.select().from(editions).where(eq(editions.id, input.editionId))
    if (!edition || (parent && parent.edition.id !== edition.id)) return refuse('not-found')
    const childOf = parent && { ...parent.facts, ancestors: [parent.facts.id, ...parent.facts.ancestors] }
    const place = { edition: edition.id, competition: edition.competitionId, event: childOf ?? undefined }
    const no = can(actor, 'create-event', place, now())
    if (no) return no
    const wrong = eventFault(input)
    if (wrong) return wrong
    const { teamMin = edition.teamMin, teamMax = edition.teamMax } = input
    if (teamMin < edition.teamMin || teamMax > edition.teamMax) {
      return refuse('team-size-locked', { field: 'teamMax', min: edition.teamMin, max: edition.teamMax })
    }
    const row = { ...input, name: input.name.normalize('NFC').trim(), teamMin, teamMax }
    const [made] = await tx.insert(events).values(row).onConflictDoNothing().returning({ id: events.id })
    if (!made) return refuse('event-exists', { field: 'slug', slug: input.slug })
    await record({ actor, action: 'create-event', object: { kind: 'event', id: made.id }, event: made.id })
    const grants = can(actor, 'grant-event-role', { ...place, event: undefined }, now()) === null
    if (actor.personId !== null && !grants)
      await writeGrant(actor, { person: actor.personId, role: 'event-organizer', node: made.id })
    return { event: made.id }
  })
}
