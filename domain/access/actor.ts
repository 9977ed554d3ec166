import type { GrantedRole } from './roles'

declare const proof: unique symbol

/** A role on a node: an event, edition, competition or organization. */
export interface Grant {
  readonly role: GrantedRole
  readonly node: string
}

/** A seat of a jury. */
export interface Seat {
  readonly juror: string
  readonly event: string
  readonly voting: boolean
  readonly president: boolean
}

export interface Membership {
  readonly team: string
  readonly event: string
  readonly captain: boolean
}

export interface ActorFacts {
  readonly personId: string | null
  readonly grants: readonly Grant[]
  readonly seats: readonly Seat[]
  readonly memberships: readonly Membership[]
  /** The events this person is registered for. */
  readonly registrations: readonly string[]
  /** Came by a juror's personal link: it acts from that one seat, and for nothing else of its person. */
  readonly bearer: boolean
}

/** Who asks. Only server/session.ts can make one, so a use case cannot be called without knowing who. */
export interface Actor extends ActorFacts {
  readonly [proof]: true
}

/** A signed-in person. */
export type SignedIn = Actor & { readonly personId: string }

/** Turns looked-up facts into an Actor. Called by server/session.ts and nowhere else; a test holds that. */
export function proveActor(facts: ActorFacts): Actor {
  return facts as Actor
}

export const NOBODY: ActorFacts = {
  personId: null,
  grants: [],
  seats: [],
  memberships: [],
  registrations: [],
  bearer: false,
}
