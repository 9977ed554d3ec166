import { wallClock } from '../events/wall-clock'

/** An instant as a wall shows it, with all that makes it unmistakable. */
export interface WallMoment {
  /** `2027-10-31`. */
  readonly day: string
  /** `02:30`. */
  readonly clock: string
  /** `UTC+2`, in force at that instant. */
  readonly offset: string
  /** At 00:00: the day that ends there. People mean it when they say “midnight of that day”. */
  readonly endsDay: string | null
  /** Where clocks go back, the same hour is shown twice: which of the two it is. */
  readonly shownTwice: 'first' | 'second' | null
}

const HOUR = 3_600_000

/** How an instant is written in a zone so that nobody takes it for another. */
export function wallMoment(timeZone: string, instant: Date): WallMoment {
  const local = wallClock(timeZone, instant)
  const [day = '', clock = ''] = local.split('T')
  const shifted = (by: number) => wallClock(timeZone, new Date(instant.getTime() + by)) === local
  const again = [0.5, 1, 2].some((hours) => shifted(hours * HOUR))
  const before = [0.5, 1, 2].some((hours) => shifted(-hours * HOUR))
  const endsDay = clock === '00:00' ? wallClock(timeZone, new Date(instant.getTime() - 1)).slice(0, 10) : null
  return {
    day,
    clock,
    offset: offsetAt(timeZone, instant),
    endsDay,
    shownTwice: again ? 'first' : before ? 'second' : null,
  }
}

function offsetAt(timeZone: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(
    instant,
  )
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  return name.replace('GMT', 'UTC')
}
