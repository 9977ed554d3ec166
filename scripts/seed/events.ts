import type { SignedIn } from '@/domain/access/actor'
import { createEvent } from '@/server/events/create-event'
import { done } from './expected'
import { readSeed } from './read'

export interface Country {
  country: string
  name: string
  city: string
  latitude: number
  longitude: number
  timeZone: string
  /** How far it had come on Sunday 27 May. */
  onSunday: 'winner' | 'judged' | 'running' | 'planned'
  /** East enough to have published by Saturday afternoon in Baku. */
  east: boolean
}

/** The wall-clock time of a zone as an instant: `2018-05-25 09:00` in Asia/Baku. */
export function instantIn(timeZone: string, local: string): Date {
  const asUtc = new Date(`${local.replace(' ', 'T')}:00Z`)
  const shown = new Date(`${asUtc.toLocaleString('en-US', { timeZone })} UTC`)
  return new Date(asUtc.getTime() - (shown.getTime() - asUtc.getTime()))
}

/** The international final, the Azerbaijan final and forty others below it, all in draft. */
export async function playEvents(owner: SignedIn, edition: string) {
  const at = (zone: string) => (local: string) => instantIn(zone, local)
  const paris = at('Europe/Paris')
  const { event: international } = await done(
    createEvent(owner, {
      editionId: edition,
      slug: 'international',
      name: 'International final',
      level: 'international',
      country: 'FR',
      city: 'Toulouse',
      hostEvent: 'Toulouse Space Show',
      timeZone: 'Europe/Paris',
      latitude: 43.6,
      longitude: 1.44,
      startsAt: paris('2018-06-27 09:00'),
      endsAt: paris('2018-06-27 18:00'),
      exampleData: true,
    }),
  )
  const national = (place: Omit<Country, 'onSunday' | 'east'>, slug: string) => {
    const local = at(place.timeZone)
    return {
      editionId: edition,
      parentId: international,
      slug,
      level: 'national' as const,
      country: place.country,
      city: place.city,
      timeZone: place.timeZone,
      latitude: place.latitude,
      longitude: place.longitude,
      startsAt: local('2018-05-25 09:00'),
      endsAt: local('2018-05-26 19:00'),
      registrationOpensAt: local('2018-05-01 08:00'),
      registrationClosesAt: local('2018-05-20 23:59'),
      submissionsDueAt: local('2018-05-26 11:00'),
      rosterLocksAt: local('2018-05-25 11:00'),
      exampleData: true,
    }
  }
  const baku = {
    country: 'AZ',
    name: 'Azerbaijan',
    city: 'Baku',
    latitude: 40.41,
    longitude: 49.87,
    timeZone: 'Asia/Baku',
  }
  const { event: azerbaijan } = await done(
    createEvent(owner, {
      ...national(baku, 'azerbaijan'),
      name: 'Azerbaijan national final',
      firstInCountry: true,
      capacity: 120,
      openness: 'scores',
    }),
  )
  const others: { country: Country; event: string }[] = []
  for (const country of readSeed<Country[]>('actinspace-2018/countries.json')) {
    const row = { ...national(country, slugOf(country.name)), name: `${country.name} national final` }
    others.push({ country, event: (await done(createEvent(owner, row))).event })
  }
  return { international, azerbaijan, others }
}

export const slugOf = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z ]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(' ', '-')
