import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { findTeam, seated } from '../teams/find-team'

/** What becomes of one's place in a team: it is given up, it stays without the name, or another leads first. */
export type PlaceInTeam = 'leaves' | 'dissolves' | 'stays' | 'passes-captaincy' | 'hands-over-first'

export interface ErasedPlace {
  readonly team: string
  readonly teamName: string
  readonly event: string
  readonly eventName: string
  readonly becomes: PlaceInTeam
  /** The seat that leads next, where the captaincy passes by itself. */
  readonly next: string | null
}

export interface Erasure {
  readonly person: string
  readonly places: readonly ErasedPlace[]
  /** The events one is registered for; `withdraws` where the place can still go to somebody else. */
  readonly registrations: readonly { event: string; eventName: string; withdraws: boolean }[]
  readonly seats: readonly { event: string; eventName: string }[]
  /** How many roles end. */
  readonly roles: number
}

/** What erasing one's account would do, and what has to be done before it. Refused `sign-in`, `not-allowed`. */
export async function planErasure(actor: Actor): Promise<Erasure | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  const no = can(actor, 'erase-account', { person: personId }, now())
  if (no) return no
  const places = await Promise.all(actor.memberships.map(({ team }) => placeIn(actor, team)))
  const registered = await Promise.all(actor.registrations.map((event) => registrationAt(actor, event)))
  const seats = await Promise.all(actor.seats.map(({ event }) => named(event)))
  return {
    person: personId,
    places: places.flatMap((place) => place ?? []),
    registrations: registered.flatMap((one) => one ?? []),
    seats: seats.flatMap((seat) => seat ?? []),
    roles: actor.grants.length,
  }
}

const named = async (event: string) => {
  const found = await findEventById(event)
  return found && { event, eventName: found.event.name }
}

async function registrationAt(actor: Actor, event: string) {
  const found = await findEventById(event)
  if (!found) return null
  const object = { event: found.facts, person: actor.personId ?? undefined }
  const withdraws = !isRefusal(can(actor, 'withdraw-registration', object, now()))
  return { event, eventName: found.event.name, withdraws }
}

async function placeIn(actor: Actor, team: string): Promise<ErasedPlace | null> {
  const found = await findTeam(team)
  if (!found) return null
  const members = await seated(team)
  const own = members.find(({ personId }) => personId === actor.personId)
  const next = members.find(({ personId }) => personId !== actor.personId)
  if (!own) return null
  const open = can(actor, 'leave-team', { event: found.facts, team }, now()) === null
  const leads = own.role === 'captain' && next !== undefined
  const locked = leads ? 'passes-captaincy' : 'stays'
  const free = leads ? 'hands-over-first' : next ? 'leaves' : 'dissolves'
  const becomes = open ? free : locked
  return {
    ...{ team, teamName: found.team.name, event: found.event.id, eventName: found.event.name, becomes },
    next: becomes === 'passes-captaincy' ? (next?.id ?? null) : null,
  }
}
