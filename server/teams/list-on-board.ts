import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { boardCards, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { readBoardCard } from '@/domain/teams/board-card'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { holdPerson, teamOf } from './find-team'

export interface Listing {
  readonly event: string
  readonly skills: string
  readonly languages: string
  readonly about?: string
  /** The event's own people may see it: without this nothing is shown. */
  readonly agrees: boolean
}

/**
 * Puts oneself on the event's board of who looks for a team, or changes what it says. Refused `board-consent`,
 * `already-in-team`, `waitlisted`, and what a card must say (`board-words-missing`, `-many`, `board-word-long`).
 */
export async function listOnBoard(actor: Actor, input: Listing): Promise<{ registration: string } | Refusal> {
  const found = await findEventById(input.event)
  const { personId } = actor
  if (!found) return refuse('not-found')
  if (personId === null) return refuse('sign-in')
  const no = can(actor, 'list-on-board', { event: found.facts, person: personId }, now())
  if (no) return no
  const card = readBoardCard(input)
  if (isRefusal(card)) return card
  if (!input.agrees) return refuse('board-consent', { field: 'agrees' })
  return transaction(async (tx) => {
    await holdPerson(personId)
    const current = await teamOf(personId, input.event)
    if (current) return refuse('already-in-team', { team: current.name })
    const [own] = await tx
      .select({ id: registrations.id, state: registrations.state })
      .from(registrations)
      .where(and(eq(registrations.personId, personId), eq(registrations.eventId, input.event)))
    if (own?.state === 'waitlisted') return refuse('waitlisted')
    if (own?.state !== 'registered') return refuse('register-first')
    const said = {
      skills: [...card.skills],
      languages: [...card.languages],
      about: card.about,
      listedAt: now(),
      takenDownAt: null,
    }
    await tx
      .insert(boardCards)
      .values({ registrationId: own.id, ...said })
      .onConflictDoUpdate({ target: boardCards.registrationId, set: said })
    await record({
      actor,
      action: 'list-on-board',
      object: { kind: 'registration', id: own.id },
      event: input.event,
    })
    return { registration: own.id }
  })
}
