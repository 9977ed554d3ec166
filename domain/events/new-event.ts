import { isAddress } from '@/domain/address'
import { isLegible } from '@/domain/legible'
import { COUNTRIES, isTimeZone } from '@/domain/places/propose-place'
import { type Refusal, refuse } from '@/domain/refusal'
import { datesInOrder, type EventDates } from './dates-in-order'

/** What is said of an event before there is one. */
export interface EventToBe extends EventDates {
  readonly name: string
  readonly slug: string
  readonly country: string
  readonly city: string
  readonly timeZone: string
  readonly latitude: number
  readonly longitude: number
  readonly capacity?: number | null
}

/** Pages of an edition or its administration stand at these addresses. */
const RESERVED = new Set(['go', 'organizations', 'rules', 'new', 'copy'])
const MAX_NAME = 200

/**
 * Why an event cannot be as it is said, or null: `event-unnamed`, `address-malformed`, `address-reserved`,
 * `country-unknown`, `city-unnamed`, `zone-unknown`, `coordinates-range`, `dates-order`, `capacity-range`.
 */
export function eventFault(event: EventToBe): Refusal | null {
  const { name, slug, country, city, timeZone, latitude, longitude, capacity = null } = event
  if (!isLegible(name) || name.length > MAX_NAME) return refuse('event-unnamed', { field: 'name' })
  if (!isAddress(slug)) return refuse('address-malformed', { field: 'slug' })
  if (RESERVED.has(slug)) return refuse('address-reserved', { field: 'slug', slug })
  if (!COUNTRIES.includes(country)) return refuse('country-unknown', { field: 'country' })
  if (!isLegible(city) || city.length > MAX_NAME) return refuse('city-unnamed', { field: 'city' })
  if (!isTimeZone(timeZone)) return refuse('zone-unknown', { field: 'timeZone' })
  if (!(Math.abs(latitude) <= 90)) return refuse('coordinates-range', { field: 'latitude', most: 90 })
  if (!(Math.abs(longitude) <= 180)) return refuse('coordinates-range', { field: 'longitude', most: 180 })
  if (capacity !== null && !(capacity >= 1 && capacity <= 100_000))
    return refuse('capacity-range', { field: 'capacity' })
  return datesInOrder(event)
}
