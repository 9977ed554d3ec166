/** English dates are written the European way, “Sat 26 May”; other languages as they are. */
const dateLocale = (locale: string) => (locale === 'en' ? 'en-GB' : locale)

const format = (instant: Date, zone: string, locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(dateLocale(locale), { timeZone: zone, ...options }).format(instant)

/** “21:40”, on the wall clock of that zone (IANA name). */
export function clockIn(instant: Date, zone: string, locale = 'en'): string {
  return format(instant, zone, locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** “Sat 26 May” on that zone's calendar. */
export function dayIn(instant: Date, zone: string, locale = 'en'): string {
  return format(instant, zone, locale, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '')
}

/** “26 May 2018” on that zone's calendar. */
export function longDayIn(instant: Date, zone: string, locale = 'en'): string {
  return format(instant, zone, locale, { dateStyle: 'long' })
}

const QUARTER = 15 * 60_000
const HOUR = 60 * 60_000

/** The instants between both, ends included, at which that zone's clock shows a full hour divisible by `every`. */
export function hoursBetween(from: Date, to: Date, zone: string, every = 1): readonly Date[] {
  const first = Math.ceil(from.getTime() / QUARTER) * QUARTER
  const count = Math.max(0, Math.floor((to.getTime() - first) / QUARTER) + 1)
  return Array.from({ length: count }, (_, index) => new Date(first + index * QUARTER)).filter((instant) => {
    const [hour = '', minute] = clockIn(instant, zone).split(':')
    return minute === '00' && Number(hour) % every === 0
  })
}

/** How many hours apart two marks of an axis stand so that at most `most` of them fit. */
export function hoursApart(from: Date, to: Date, most = 13): number {
  const hours = (to.getTime() - from.getTime()) / HOUR
  return [1, 2, 3, 4, 6, 12, 24].find((every) => hours / every <= most) ?? 24
}

export interface Remaining {
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** What is left until then, in whole units rounded down; nothing is left once it is past. */
export function remaining(until: Date, now: Date): Remaining {
  const seconds = Math.max(0, Math.floor((until.getTime() - now.getTime()) / 1000))
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  }
}

export type Unit = keyof Remaining

/** The two units worth reading: days and hours, then hours and minutes, then minutes and seconds. */
export function tellingUnits({ days, hours, minutes, seconds }: Remaining): readonly [Unit, number][] {
  if (days >= 2)
    return [
      ['days', days],
      ['hours', hours],
    ]
  const allHours = days * 24 + hours
  return allHours > 0
    ? [
        ['hours', allHours],
        ['minutes', minutes],
      ]
    : [
        ['minutes', minutes],
        ['seconds', seconds],
      ]
}
