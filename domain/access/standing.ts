import type { Phase } from '@/domain/events/phases'
import type { Actor } from './actor'

/** What a rule of access or time needs to know of an event. */
export interface EventFacts {
  readonly id: string
  /** Parent event first, then its parent, … */
  readonly ancestors: readonly string[]
  readonly edition: string
  readonly competition: string
  readonly phase: Phase
  readonly timeZone: string
  readonly registrationOpensAt: Date | null
  readonly registrationClosesAt: Date | null
  readonly submissionsDueAt: Date | null
  readonly rosterLocksAt: Date | null
}

/** The thing acted upon: where it hangs in the tree, and whose it is. */
export interface AccessObject {
  readonly event?: EventFacts
  readonly edition?: string
  readonly competition?: string
  readonly team?: string
  readonly person?: string
  /** The jury seat whose sheet it is. */
  readonly juror?: string
  /** The organization that owns the challenge. */
  readonly organization?: string
  /** The actor's seat must not meet the entry in question. */
  readonly conflicted?: boolean
  /** The actor, presiding, has submitted all own ballots. */
  readonly ownBallotsSubmitted?: boolean
  /** A first mark has been given. */
  readonly marked?: boolean
  /** No president is seated. */
  readonly presidentless?: boolean
}

/**
 * What somebody is to an object. The names are those of the access policy's columns; `person` is anyone signed in, and
 * `bearer` who came by a juror's personal link: it proves a seat, not a person.
 */
export const STANDINGS = [
  'anonymous',
  'person',
  'bearer',
  'participant',
  'captain',
  'juror',
  'conflicted_juror',
  'president',
  'partner',
  'helper',
  'organizer',
  'parent_organizer',
  'edition_admin',
  'owner',
] as const
export type Standing = (typeof STANDINGS)[number]

/** Everything the actor is to the object. A grant reaches down the tree, never up or sideways. */
export function standings(actor: Actor, object: AccessObject): ReadonlySet<Standing> {
  const found = new Set<Standing>()
  if (actor.personId === null) return found.add('anonymous')
  found.add(actor.bearer ? 'bearer' : 'person')
  const { event } = object
  const edition = event?.edition ?? object.edition
  const competition = event?.competition ?? object.competition

  for (const { role, node } of actor.grants) {
    if (role === 'event-organizer' && event?.id === node) found.add('organizer')
    if (role === 'event-organizer' && event?.ancestors.includes(node)) found.add('parent_organizer')
    if (role === 'event-helper' && event?.id === node) found.add('helper')
    if (role === 'edition-administrator' && edition === node) found.add('edition_admin')
    if (role === 'competition-owner' && competition === node) found.add('owner')
    if (role === 'organization-partner') found.add('partner')
  }
  if (event && actor.registrations.includes(event.id)) found.add('participant')
  for (const membership of actor.memberships) {
    if (membership.event !== event?.id) continue
    found.add('participant')
    if (membership.captain) found.add('captain')
  }
  for (const seat of actor.seats) {
    if (seat.event !== event?.id) continue
    found.add(object.conflicted ? 'conflicted_juror' : 'juror')
    if (seat.president) found.add('president')
  }
  return found
}

/** Whether the object is the actor's own: their person, their team, their sheet, their organization's challenge. */
export function isOwn(actor: Actor, object: AccessObject): boolean {
  const { personId, memberships, seats, grants, bearer } = actor
  if (!bearer && object.person !== undefined && object.person === personId) return true
  if (object.team !== undefined && memberships.some(({ team }) => team === object.team)) return true
  if (object.juror !== undefined && seats.some(({ juror }) => juror === object.juror)) return true
  return (
    object.organization !== undefined &&
    grants.some(({ role, node }) => role === 'organization-partner' && node === object.organization)
  )
}
