import type { Day } from '@/domain/judging/feasibility'

type Query = Readonly<Record<string, string | string[] | undefined>>

const TURNOVER = 2
/** Longer than any day of pitches; what is typed beyond it is a slip. */
const MOST = { rooms: 50, ballots: 500, turnover: 60, hours: 24 }

/** The jury's day as the organizer asks about it in the address; what is not asked is as planned. */
export function dayOf(
  query: Query,
  planned: Pick<Day, 'teams' | 'jurors' | 'pitchMinutes' | 'ballotsPerTeam' | 'windowMinutes'>,
): Day {
  const hours = numberIn(query.hours, MOST.hours)
  const ballots = query.ballots === '' ? null : (whole(query.ballots, MOST.ballots) ?? planned.ballotsPerTeam)
  return {
    ...planned,
    rooms: whole(query.rooms, MOST.rooms) ?? 1,
    turnoverMinutes: whole(query.turnover, MOST.turnover, 0) ?? TURNOVER,
    ballotsPerTeam: ballots,
    windowMinutes: hours === null ? planned.windowMinutes : Math.round(hours * 60),
  }
}

/** How long the schedule gives the pitches; null when it does not say. */
export function minutesPlanned(
  schedule: readonly { readonly kind: string; readonly startsAt: Date; readonly endsAt: Date | null }[],
): number | null {
  const pitches = schedule.find(({ kind }) => kind === 'pitches')
  return pitches?.endsAt ? Math.round((pitches.endsAt.getTime() - pitches.startsAt.getTime()) / 60_000) : null
}

function whole(typed: Query[string], most: number, least = 1): number | null {
  const value = numberIn(typed, most)
  return value !== null && Number.isInteger(value) && value >= least ? value : null
}

function numberIn(typed: Query[string], most: number): number | null {
  const value =
    typeof typed === 'string' && typed.trim() !== '' ? Number(typed.replace(',', '.')) : Number.NaN
  return value >= 0 && value <= most ? value : null
}
