import 'server-only'
import type { Actor, Seat } from '@/domain/access/actor'

/** The seat somebody holds in an event's jury, or null. */
export function seatOf(actor: Actor, eventId: string): Seat | null {
  return actor.seats.find(({ event }) => event === eventId) ?? null
}
