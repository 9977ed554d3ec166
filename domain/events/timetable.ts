import type { EventFacts } from '@/domain/access/standing'
import { type Refusal, refuse } from '@/domain/refusal'
import { hasReached, PHASES, type Phase } from './phases'

/** One rule of time: in which phases, between which instants. */
interface Window {
  readonly phases: readonly Phase[]
  readonly from?: keyof EventFacts & 'registrationOpensAt'
  readonly until?: keyof EventFacts & ('registrationClosesAt' | 'submissionsDueAt' | 'rosterLocksAt')
}

const until = (last: Phase) => PHASES.filter((phase) => hasReached(last, phase))
const since = (first: Phase) => PHASES.filter((phase) => hasReached(phase, first))

/** What is allowed when: the one table of rules. Phases are steps somebody took, deadlines are instants. */
export const WINDOWS = {
  'registration-open': {
    phases: ['registration'],
    from: 'registrationOpensAt',
    until: 'registrationClosesAt',
  },
  'before-deadline': { phases: ['registration', 'in-progress'], until: 'submissionsDueAt' },
  'before-roster-lock': { phases: ['registration', 'in-progress'], until: 'rosterLocksAt' },
  'before-judging': { phases: until('in-progress') },
  'page-public': { phases: since('registration') },
  judging: { phases: ['judging'] },
  deliberation: { phases: ['deliberation'] },
  'judging-or-deliberation': { phases: ['judging', 'deliberation'] },
  'judging-or-later': { phases: since('judging') },
  'before-closing': { phases: until('judging') },
  'before-sealing': { phases: until('deliberation') },
  sealed: { phases: ['sealed'] },
  published: { phases: ['published', 'archived'] },
} as const satisfies Record<string, Window>

export type Activity = keyof typeof WINDOWS

/**
 * Whether now is the time for it.
 * @returns null when it is; else a refusal `closed-<activity>` or `too-early` / `too-late` with the instant (ISO,
 * UTC) and the event's zone, for a sentence that says since or until when
 */
export function timely(activity: Activity, event: EventFacts, now: Date): Refusal | null {
  const window: Window = WINDOWS[activity]
  if (!window.phases.includes(event.phase)) return refuse(`closed-${activity}`, { phase: event.phase })
  const opens = window.from && event[window.from]
  if (opens && now < opens)
    return refuse('too-early', { activity, at: opens.toISOString(), zone: event.timeZone })
  const closes = window.until && event[window.until]
  if (closes && now >= closes)
    return refuse('too-late', { activity, at: closes.toISOString(), zone: event.timeZone })
  return null
}
