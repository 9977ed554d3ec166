import { instantIn, wallClock } from '@/domain/events/wall-clock'

export interface DayCount {
  /** YYYY-MM-DD on the venue's calendar. */
  readonly day: string
  /** Registered by the end of it. */
  readonly total: number
}

const DAY = 86_400_000

/** How many had registered by each day's end at the venue, from the first day to the last, both included. */
export function registeredByDay(
  instants: readonly Date[],
  timeZone: string,
  from: Date,
  to: Date,
): readonly DayCount[] {
  const first = wallClock(timeZone, from).slice(0, 10)
  const days: DayCount[] = []
  for (let at = Date.parse(first); days.length < 400; at += DAY) {
    const day = new Date(at).toISOString().slice(0, 10)
    const end = instantIn(timeZone, `${new Date(at + DAY).toISOString().slice(0, 10)}T00:00`)
    if (!end) break
    days.push({ day, total: instants.filter((instant) => instant < end).length })
    if (end > to) break
  }
  return days
}
