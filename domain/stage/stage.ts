import type { StageMove } from './moves'

/** One thing the conductor did. `entry` is set where somebody is called, skipped or ended. */
export interface Moved {
  readonly move: StageMove
  readonly entry: string | null
  readonly at: Date
}

/** A pitch that is over: how long it took, and how much longer than it had. Milliseconds. */
export interface Pitched {
  readonly entry: string
  readonly spent: number
  readonly overrun: number
}

/** Who is on stage, and since when the clock runs. `spent` is what ran before `since`, in milliseconds. */
export interface Stage {
  readonly entry: string | null
  readonly state: 'empty' | 'called' | 'running' | 'paused'
  readonly spent: number
  readonly since: Date | null
  readonly pitched: readonly Pitched[]
  /** Passed over and not called again, in the order they were. */
  readonly skipped: readonly string[]
}

export const EMPTY: Stage = { entry: null, state: 'empty', spent: 0, since: null, pitched: [], skipped: [] }

/** Which moves make sense from each state; `call` and `skip` name an entry, and one who has pitched may be called again. */
const POSSIBLE: Record<Stage['state'], readonly StageMove[]> = {
  empty: ['call', 'skip'],
  called: ['start', 'call', 'skip'],
  running: ['pause', 'end'],
  paused: ['resume', 'end'],
}

export const isPossible = ({ state }: Stage, move: StageMove): boolean => POSSIBLE[state].includes(move)

/** How long the pitch on stage has lasted at `now`, pauses left out. Milliseconds. */
export const spentAt = ({ spent, since }: Pick<Stage, 'spent' | 'since'>, now: Date): number =>
  spent + (since ? now.getTime() - since.getTime() : 0)

/** The stage after all that was done on it; `limit` is the time a pitch has, in milliseconds. */
export function stageAfter(moves: readonly Moved[], limit: number): Stage {
  return moves.reduce((stage, moved) => after(stage, moved, limit), EMPTY)
}

function after(stage: Stage, { move, entry, at }: Moved, limit: number): Stage {
  const without = stage.skipped.filter((one) => one !== entry)
  switch (move) {
    case 'call':
      return { ...stage, entry, state: 'called', spent: 0, since: null, skipped: without }
    case 'start':
    case 'resume':
      return { ...stage, state: 'running', since: at }
    case 'pause':
      return { ...stage, state: 'paused', spent: spentAt(stage, at), since: null }
    case 'end':
      return { ...stage, ...CLEARED, pitched: [...stage.pitched, pitchOf(stage, at, limit)] }
    case 'skip': {
      const leaves = stage.entry === entry ? CLEARED : {}
      return { ...stage, ...leaves, skipped: entry === null ? without : [...without, entry] }
    }
  }
}

const CLEARED = { entry: null, state: 'empty', spent: 0, since: null } as const

function pitchOf(stage: Stage, at: Date, limit: number): Pitched {
  const spent = spentAt(stage, at)
  return { entry: stage.entry ?? '', spent, overrun: Math.max(0, spent - limit) }
}

/** Who comes next: the first in the drawn order who has neither pitched nor been skipped, then the skipped ones. */
export function nextOn({ entry, pitched, skipped }: Stage, order: readonly string[]): string | null {
  const gone = new Set([...pitched.map((pitch) => pitch.entry), entry])
  const waiting = order.filter((one) => !gone.has(one))
  return waiting.find((one) => !skipped.includes(one)) ?? skipped.find((one) => waiting.includes(one)) ?? null
}
