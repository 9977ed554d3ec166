import { plainAddress } from '@/domain/address'
import { isLegible } from '@/domain/legible'
import { COUNTRIES, proposePlace } from '@/domain/places/propose-place'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import type { EventToBe } from './new-event'
import type { EventLevel } from './phases'
import { instantIn } from './wall-clock'

/** Where an event is, as typed into a form; what is left empty is proposed. */
export interface TypedPlace {
  readonly country: string
  readonly city: string
  readonly timeZone: string
  readonly latitude: string
  readonly longitude: string
}

export interface TypedEvent extends TypedPlace {
  readonly name: string
  /** Empty: made of the level and the place. */
  readonly slug: string
  readonly level: EventLevel
  /** By the clock of the event’s zone, `2018-05-25T09:00`. */
  readonly startsAt: string
  readonly endsAt: string
  readonly registrationOpensAt: string
  readonly registrationClosesAt: string
}

export type ReadPlace = Pick<EventToBe, 'country' | 'city' | 'timeZone' | 'latitude' | 'longitude'>

/**
 * A place as it was typed, with the time zone and the coordinates that country and city propose. Refused
 * `country-unknown`, `city-unnamed`, `zone-needed` (the country has several clocks), `coordinates-range`.
 */
export function readPlace(typed: TypedPlace): ReadPlace | Refusal {
  const [country, city] = [typed.country.trim(), typed.city.normalize('NFC').trim()]
  if (!COUNTRIES.includes(country)) return refuse('country-unknown', { field: 'country' })
  if (!isLegible(city)) return refuse('city-unnamed', { field: 'city' })
  const proposed = proposePlace(country, city)
  const timeZone = typed.timeZone.trim() || proposed?.timeZone
  if (!timeZone) return refuse('zone-needed', { field: 'timeZone', city })
  const latitude = degrees(typed.latitude) ?? proposed?.latitude ?? Number.NaN
  const longitude = degrees(typed.longitude) ?? proposed?.longitude ?? Number.NaN
  return { country, city, timeZone, latitude, longitude }
}

/** An event as it was typed. Refused as `readPlace` refuses, and `date-malformed`; `eventFault` asks the rest. */
export function readEvent(typed: TypedEvent): (EventToBe & { level: EventLevel }) | Refusal {
  const place = readPlace(typed)
  if (isRefusal(place)) return place
  const dates = {
    startsAt: null,
    endsAt: null,
    registrationOpensAt: null,
    registrationClosesAt: null,
  } as Record<(typeof DATES)[number], Date | null>
  for (const date of DATES) {
    const local = typed[date].trim()
    if (local !== '') dates[date] = instantIn(place.timeZone, local)
    if (!dates[date] && (local !== '' || NEEDED.has(date))) return refuse('date-malformed', { field: date })
  }
  const { level, name } = typed
  const slug = typed.slug.trim() || addressOf(level, place)
  return { ...place, ...(dates as EventToBe), level, slug, name: name.normalize('NFC').trim() }
}

const DATES = ['startsAt', 'endsAt', 'registrationOpensAt', 'registrationClosesAt'] as const
const NEEDED: ReadonlySet<string> = new Set(['startsAt', 'endsAt'])

/** A comma is a decimal point to half of the world. */
const degrees = (text: string) => (text.trim() === '' ? null : Number(text.trim().replace(',', '.')))

/** An international final is at `international`, a national one at its country, a city’s at its city. */
export function addressOf(level: EventLevel, { country, city }: Pick<ReadPlace, 'country' | 'city'>): string {
  if (level === 'international') return 'international'
  const place = level === 'city' ? plainAddress(city) : ''
  return place || plainAddress(new Intl.DisplayNames(['en'], { type: 'region' }).of(country) ?? country)
}
