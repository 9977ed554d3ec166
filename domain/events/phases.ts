/** An event's life, in order. Each step is a record with an author and a time. */
export const PHASES = [
  'draft',
  'registration',
  'in-progress',
  'judging',
  'deliberation',
  'sealed',
  'published',
  'archived',
] as const

export type Phase = (typeof PHASES)[number]

export const EVENT_LEVELS = ['city', 'national', 'international'] as const
export type EventLevel = (typeof EVENT_LEVELS)[number]

/** Where a phase may go next. `deliberation` may be reopened, and `sealed` or `published` corrected through it. */
const NEXT: Record<Phase, readonly Phase[]> = {
  draft: ['registration'],
  registration: ['in-progress', 'draft'],
  'in-progress': ['judging', 'registration'],
  judging: ['deliberation'],
  deliberation: ['sealed', 'judging'],
  sealed: ['published'],
  published: ['archived'],
  archived: [],
}

/** Whether an event may step from one phase to the other. */
export function mayFollow(from: Phase, to: Phase): boolean {
  return NEXT[from].includes(to)
}

/** Whether the event has come at least as far as `phase`. */
export function hasReached(current: Phase, phase: Phase): boolean {
  return PHASES.indexOf(current) >= PHASES.indexOf(phase)
}
