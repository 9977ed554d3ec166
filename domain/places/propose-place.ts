import { wallClock } from '../events/wall-clock'
import { foldName } from '../organizations/name'
import { ZONES } from './zones.generated'

/** Where something happens, as far as country and city tell it. */
export interface ProposedPlace {
  /** Null where the country has several clocks and the city is none a zone is named after. */
  readonly timeZone: string | null
  readonly latitude: number
  readonly longitude: number
}

/** The countries there are, by ISO 3166-1 code. */
export const COUNTRIES: readonly string[] = [...new Set(ZONES.map(([country]) => country))].sort()

/** The zones there are, as people write them. */
export const TIME_ZONES: readonly string[] = ['UTC', ...ZONES.map(([, zone]) => zone).sort()]

/** The clocks of a zone differ from another's in winter or in summer, or they do not at all. */
const SEASONS = [new Date('2026-01-15T12:00:00Z'), new Date('2026-07-15T12:00:00Z')]

/**
 * The time zone and coordinates of a city, proposed from its country: those of the city a zone is named after, else of
 * the country's first. Null for an unknown country.
 */
export function proposePlace(country: string, city: string): ProposedPlace | null {
  const here = ZONES.filter(([code]) => code === country)
  const wanted = foldName(city)
  const named = here.find(([, zone]) => foldName(cityOf(zone)) === wanted)
  const [, timeZone, latitude, longitude] = named ?? here[0] ?? []
  if (timeZone === undefined || latitude === undefined || longitude === undefined) return null
  const clocks = new Set(here.map(([, zone]) => SEASONS.map((season) => wallClock(zone, season)).join(' ')))
  return { timeZone: named || clocks.size === 1 ? timeZone : null, latitude, longitude }
}

/** `America/Argentina/Buenos_Aires` is named after Buenos Aires. */
const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')

/** Whether this machine knows the zone by that name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Z]/.test(name)
  } catch {
    return false
  }
}
