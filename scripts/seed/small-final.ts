import type { SignedIn } from '@/domain/access/actor'
import { turnClockTo } from '@/server/clock'
import { advancePhase } from '@/server/events/advance-phase'
import { createOrganization } from '@/server/organizations/create-organization'
import { runImport } from '@/server/registration/import/run-import'
import { playClosing, playResult } from './decide'
import type { Country } from './events'
import { instantIn, slugOf } from './events'
import { done } from './expected'
import { fieldOf } from './field'
import { type PlayedJuror, playJury, playPanel } from './jury'
import { randomOf } from './marks'
import { playScoring } from './scoring'

const TEAMS = ['Aurora', 'Meridian', 'Perigee']

export interface Other {
  readonly country: Country
  readonly event: string
}

/** Three invented teams of two, three seats: enough to run a real final through. */
export async function playSmallField(organizer: SignedIn, { country, event }: Other): Promise<void> {
  const code = country.country.toLowerCase()
  const university = { slug: `university-${code}`, name: `University of ${country.city} (example)` }
  const rest = { kind: 'university' as const, country: country.country, domains: [`${code}.example`] }
  await done(createOrganization(organizer, { event, ...university, ...rest }))
  const lines = TEAMS.flatMap((team, index) =>
    ['Ada', 'Max'].map(
      (name) => `${name},Example,${name.toLowerCase()}${index}@${code}.example,${team} ${country.name}`,
    ),
  )
  const bytes = new TextEncoder().encode(['First name,Last name,Email,Team', ...lines].join('\n'))
  await done(runImport(organizer, { event, lists: [{ name: 'students.csv', bytes }] }))
}

/** The jury of a small final; the first seat presides. */
export function playSmallJury(organizer: SignedIn, { country, event }: Other): Promise<PlayedJuror[]> {
  const offices = ['Space agency', 'University', 'Company']
  const seats = offices.map((office, index) => ({
    office: `${office} of ${country.name}`,
    account: `juror${index + 1}.${country.country.toLowerCase()}`,
    president: index === 0,
    invented: true,
    severity: 2 - 2 * index,
  }))
  return playJury(organizer, event, seats)
}

/** Marks, closes and, where the country had come so far, seals, publishes and promotes. */
export async function playSmallResult(
  { organizer, host }: { organizer: SignedIn; host: SignedIn },
  { country, event }: Other,
  jury: readonly PlayedJuror[],
  published: boolean,
): Promise<void> {
  const local = (time: string) => turnClockTo(instantIn(country.timeZone, `2018-05-26 ${time}`))
  local('11:30')
  const order = await playPanel(organizer, event, `${country.name} 2018`)
  local('12:00')
  await done(advancePhase(organizer, { event, to: 'judging' }))
  const field = await fieldOf(event)
  const quality = new Map(order.map((entry, index) => [entry, 60 + 11 * ((index + country.name.length) % 3)]))
  const place = { edition: 'actinspace-2018', event: slugOf(country.name), eventId: event }
  const [first = 0, second = 0] = [0, 1].map((place) => country.country.charCodeAt(place))
  const randomFor = (juror: number, entry: string) =>
    randomOf(1_000_000 * first + 10_000 * second + 100 * juror + order.indexOf(entry))
  const at = (pitch: number) => local(`12:${String(10 + pitch * 10)}`)
  await playScoring(jury, { ...place, order, quality, randomFor, at }, () => 'sent')
  local('13:30')
  await playClosing({ organizer }, event)
  const [president] = jury
  if (!published || !president) return
  const times = {
    closed: '13:30',
    sealed: '14:00',
    published: '14:30',
    confirmed: '15:00',
    accepted: '15:10',
  }
  const deciders = { organizer, president: president.actor, host }
  await playResult(deciders, { event, field, openness: 'ranks' }, (moment) => local(times[moment]))
}
