import { hasReached, type Phase } from './phases'

/** What the map says of an event, in one of four shapes. */
export const MAP_STATES = ['winner', 'judged', 'running', 'planned'] as const
export type MapState = (typeof MAP_STATES)[number]

/** How far an event has come, as the public may know it: a winner only once the result is published. */
export function mapState(phase: Phase): MapState {
  if (hasReached(phase, 'published')) return 'winner'
  if (hasReached(phase, 'deliberation')) return 'judged'
  return hasReached(phase, 'in-progress') ? 'running' : 'planned'
}
