import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { hasReached } from '@/domain/events/phases'
import { now } from '@/server/clock'
import type { FoundEvent } from '@/server/events/find-event'

export type Place =
  | ''
  | 'desk'
  | 'stage'
  | 'deliberation'
  | 'publish'
  | 'promotion'
  | 'people'
  | 'teams'
  | 'institutions'
  | 'challenges'
  | 'jury'
  | 'criteria'
  | 'import'
  | 'check-in'
  | 'schedule'
  | 'messages'
  | 'settings'

/** What the days of the event need. */
const DAY: readonly Place[] = ['check-in', 'schedule', 'messages']

/** Where this actor can go in the event now: what is happening first, then what it was prepared from. */
export function placesFor(actor: Actor, { event, facts }: FoundEvent): Place[] {
  const organizes = can(actor, 'edit-event', { event: facts }, now()) === null
  const sees = can(actor, 'see-desk', { event: facts }, now()) === null
  const judged = hasReached(facts.phase, 'judging')
  const places: readonly (Place | false)[] = [
    organizes && !judged && '',
    sees && judged && 'desk',
    can(actor, 'run-stage', { event: facts }, now()) === null && 'stage',
    sees && judged && 'deliberation',
    sees && hasReached(facts.phase, 'sealed') && 'publish',
    organizes && hasReached(facts.phase, 'published') && event.parentId !== null && 'promotion',
  ]
  const prepared: readonly Place[] = organizes
    ? ['people', 'teams', 'institutions', 'challenges', 'jury', 'criteria', 'import', ...DAY, 'settings']
    : can(actor, 'check-in', { event: facts }, now()) === null
      ? ['check-in']
      : []
  return [...places.filter((place) => place !== false), ...prepared]
}
