import { isAddress } from '@/domain/address'
import { isLegible } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'

/** What is said of an edition before there is one. Days are `2018-05-25`; null, not known yet. */
export interface EditionToBe {
  readonly slug: string
  readonly ordinal: number
  readonly year: number
  readonly scope: string
  readonly startsOn?: string | null
  readonly endsOn?: string | null
}

const MAX_SCOPE = 100

/**
 * Why an edition cannot be as it is said, or null: `address-malformed`, `year-range`, `ordinal-range`,
 * `scope-unnamed`, `day-malformed`, `days-order`.
 */
export function editionFault({ slug, ordinal, year, scope, startsOn, endsOn }: EditionToBe): Refusal | null {
  if (!isAddress(slug)) return refuse('address-malformed', { field: 'slug' })
  if (!(Number.isInteger(year) && year >= 1950 && year <= 2199))
    return refuse('year-range', { field: 'year' })
  if (!(Number.isInteger(ordinal) && ordinal >= 1 && ordinal <= 999))
    return refuse('ordinal-range', { field: 'ordinal' })
  if (!isLegible(scope) || scope.length > MAX_SCOPE) return refuse('scope-unnamed', { field: 'scope' })
  if (startsOn && !isDay(startsOn)) return refuse('day-malformed', { field: 'startsOn' })
  if (endsOn && !isDay(endsOn)) return refuse('day-malformed', { field: 'endsOn' })
  if (startsOn && endsOn && endsOn < startsOn) return refuse('days-order', { field: 'endsOn' })
  return null
}

/** Whether it is a day of the calendar, written `2018-05-25`: there is no 31st of February. */
export function isDay(text: string): boolean {
  const day = /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

const MAX_NAME = 200

/** Why a competition cannot be as it is said, or null: `competition-unnamed`, `address-malformed`. */
export function competitionFault({ name, slug }: { name: string; slug: string }): Refusal | null {
  if (!isLegible(name) || name.length > MAX_NAME)
    return refuse('competition-unnamed', { field: 'competition' })
  if (!isAddress(slug)) return refuse('address-malformed', { field: 'address' })
  return null
}
