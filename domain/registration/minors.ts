import { type Refusal, refuse } from '@/domain/refusal'

export const OF_AGE = 18

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/

/**
 * A day of birth as a form sends it (YYYY-MM-DD). Refused `birth-malformed` when there is no such day, or it lies after
 * `today` or more than 120 years before it.
 */
export function birthDay(written: string, today: string): string | Refusal {
  const [, year = '', month = '', day = ''] = DAY.exec(written.trim()) ?? []
  const read = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const exists = year !== '' && read.toISOString().slice(0, 10) === written.trim()
  const lived = exists && written.trim() <= today && Number(today.slice(0, 4)) - Number(year) <= 120
  return lived ? written.trim() : refuse('birth-malformed', { field: 'bornOn' })
}

/** Whether somebody born that day is not of age on the other (both YYYY-MM-DD). Who was born on 29 February is on 1 March. */
export function isMinorOn(bornOn: string, day: string): boolean {
  const [year = '', ...rest] = bornOn.split('-')
  return day < [String(Number(year) + OF_AGE).padStart(4, '0'), ...rest].join('-')
}

/** The calendar day of an instant in a zone, YYYY-MM-DD. */
export function calendarDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant)
}
