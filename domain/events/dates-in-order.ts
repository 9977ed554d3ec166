import { type Refusal, refuse } from '@/domain/refusal'

/** The times of an event; null says that there is none. */
export interface EventDates {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly registrationOpensAt?: Date | null
  readonly registrationClosesAt?: Date | null
  readonly rosterLocksAt?: Date | null
  readonly submissionsDueAt?: Date | null
  readonly scoringClosesAt?: Date | null
}

const ORDER = [
  ['startsAt', 'endsAt'],
  ['registrationOpensAt', 'registrationClosesAt'],
  ['registrationOpensAt', 'rosterLocksAt'],
  ['startsAt', 'submissionsDueAt'],
  ['submissionsDueAt', 'scoringClosesAt'],
] as const

/** Refused `dates-order`, at the later of the two, when something would end before it begins. */
export function datesInOrder(dates: EventDates): Refusal | null {
  for (const [earlier, later] of ORDER) {
    const [from, to] = [dates[earlier], dates[later]]
    if (from && to && to <= from) return refuse('dates-order', { field: later, earlier, later })
  }
  return null
}
