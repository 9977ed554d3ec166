/** A jury's day in figures. */
export interface Day {
  readonly teams: number
  readonly jurors: number
  readonly pitchMinutes: number
  /** Between one pitch and the next. */
  readonly turnoverMinutes: number
  readonly rooms: number
  /** Null: every juror scores every team. */
  readonly ballotsPerTeam: number | null
  /** From the first pitch to the last; null when nobody has said. */
  readonly windowMinutes: number | null
}

/** What a choice of rooms and ballots comes to. */
export interface Course {
  /** Rooms in use at once: each pitch needs its jurors there, and nobody sits in two rooms. */
  readonly rooms: number
  readonly ballotsPerTeam: number
  readonly minutes: number
  readonly ballots: number
  /** Least and most. */
  readonly ballotsPerJuror: readonly [number, number]
  readonly ballotsPerJurorHour: readonly [number, number]
}

export type Proposal =
  | { readonly kind: 'full' | 'sampled'; readonly course: Course }
  /** All teams in several rooms, then the best again before everybody. */
  | { readonly kind: 'two-rounds'; readonly course: Course; readonly finalists: number }
  /** Not even the shortest way fits: how many teams would, or how long a pitch could be for all. */
  | { readonly kind: 'too-long'; readonly teams: number; readonly pitchMinutes: number }

export interface Feasibility {
  /** Everybody scores everybody in one room. */
  readonly full: Course
  readonly chosen: Course
  /** Whether the chosen course ends within the window. */
  readonly fits: boolean
  readonly proposal: Proposal
}

/** With fewer, chance decides too much. */
export const ADVISED_BALLOTS = 5
/** With fewer, no ranking is official. */
const LEAST_BALLOTS = 3
const LEAST_FINALISTS = 3

/** What fits into the jury's day, and what to do when the choice does not; null without teams or jurors. */
export function feasibilityOf(day: Day): Feasibility | null {
  if (day.teams < 1 || day.jurors < 1) return null
  const full = courseOf(day, 1, day.jurors)
  const chosen = courseOf(day, day.rooms, day.ballotsPerTeam ?? day.jurors)
  return { full, chosen, fits: chosen.minutes <= windowOf(day), proposal: proposalFor(day, full) }
}

function proposalFor(day: Day, full: Course): Proposal {
  const window = windowOf(day)
  if (full.minutes <= window) return { kind: 'full', course: full }
  const courses = Array.from({ length: Math.min(day.rooms, day.jurors) }, (_, room) =>
    courseOf(day, room + 1, Math.floor(day.jurors / (room + 1))),
  )
  const sampled = courses.find(({ minutes }) => minutes <= window)
  if (sampled && sampled.ballotsPerTeam >= ADVISED_BALLOTS) return { kind: 'sampled', course: sampled }
  const widest = courses.findLast(({ ballotsPerTeam }) => ballotsPerTeam >= LEAST_BALLOTS)
  const finalists = widest ? Math.floor((window - widest.minutes) / slotOf(day)) : 0
  if (widest && finalists >= LEAST_FINALISTS) return { kind: 'two-rounds', course: widest, finalists }
  if (sampled && sampled.ballotsPerTeam >= LEAST_BALLOTS) return { kind: 'sampled', course: sampled }
  const rooms = widest?.rooms ?? 1
  const each = Math.floor(window / Math.ceil(day.teams / rooms))
  return {
    kind: 'too-long',
    teams: Math.floor(window / slotOf(day)) * rooms,
    pitchMinutes: Math.max(0, each - day.turnoverMinutes),
  }
}

function courseOf(day: Day, asked: number, perTeam: number): Course {
  const ballotsPerTeam = Math.max(1, Math.min(perTeam, day.jurors))
  const rooms = Math.max(1, Math.min(asked, day.teams, Math.floor(day.jurors / ballotsPerTeam)))
  const minutes = Math.ceil(day.teams / rooms) * slotOf(day)
  const ballots = day.teams * ballotsPerTeam
  const perHour = (ballots / day.jurors / minutes) * 60
  return {
    rooms,
    ballotsPerTeam,
    minutes,
    ballots,
    ballotsPerJuror: around(ballots / day.jurors),
    ballotsPerJurorHour: around(perHour),
  }
}

function slotOf({ pitchMinutes, turnoverMinutes }: Day): number {
  return pitchMinutes + turnoverMinutes
}

function windowOf({ windowMinutes }: Day): number {
  return windowMinutes ?? Number.POSITIVE_INFINITY
}

function around(value: number): readonly [number, number] {
  return [Math.floor(value + 1e-9), Math.ceil(value - 1e-9)]
}
