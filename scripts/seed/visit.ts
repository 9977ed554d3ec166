import type { SignedIn } from '@/domain/access/actor'
import type { Capacity } from '@/domain/people/presence'
import { recordClaim } from '@/server/editions/record-claim'
import { createOrganization } from '@/server/organizations/create-organization'
import { recordMeeting } from '@/server/people/record-meeting'
import { recordPerson } from '@/server/people/record-person'
import { publishRelease } from '@/server/publishing/publish-release'
import { done } from './expected'
import type { Organizations } from './organizations'
import { readSeed, readSeedBytes } from './read'

interface Facts {
  people: { name: string; office: string; at: string[]; quoted?: boolean }[]
  presentAtMeeting: { on: string; city: string; occasion: string; outcome: string }
  claims: { metric: string; qualifier: 'exactly' | 'nearly'; value: number; scope: string; source: string }[]
}

const SOURCE = 'press-release-2018'

/** The real people of the press release, each in the office of that day. They are never tied to a mark. */
async function playPeople(organizer: SignedIn, event: string, organizations: Organizations) {
  const ministry = { event, slug: 'france-foreign-affairs', kind: 'ministry' as const, country: 'FR' }
  const name = 'Ministry for Europe and Foreign Affairs'
  const { organization } = await done(createOrganization(organizer, { ...ministry, name }))
  const seats: Record<string, string | undefined> = {
    'President of CNES': organizations.get('cnes'),
    'President of Azercosmos': organizations.get('azercosmos'),
    'Ambassador of France': organizations.get('french-embassy'),
    'Minister for Europe and Foreign Affairs': organization,
  }
  const people = new Map<string, { person: string; office?: string }>()
  for (const { name, office } of readSeed<Facts>('azerbaijan-2018/facts.json').people) {
    const [, givenName = name, familyName = ''] = /^(\S+) (.+)$/.exec(name) ?? []
    const held = { organization: seats[office] ?? '', title: office }
    people.set(office, await done(recordPerson(organizer, { event, givenName, familyName, office: held })))
  }
  return people
}

/** The meeting of Sunday 27 May: who met, in whose presence, on which occasion, and what was agreed. */
export async function playMeeting(organizer: SignedIn, event: string, organizations: Organizations) {
  const people = await playPeople(organizer, event, organizations)
  const { on, city, occasion, outcome } = readSeed<Facts>('azerbaijan-2018/facts.json').presentAtMeeting
  const capacities: [string, Capacity][] = [
    ['President of CNES', 'participant'],
    ['President of Azercosmos', 'participant'],
    ['Ambassador of France', 'witness'],
    ['Minister for Europe and Foreign Affairs', 'occasion'],
  ]
  const presences = capacities.flatMap(([office, capacity]) => {
    const found = people.get(office)
    return found ? [{ ...found, capacity }] : []
  })
  const met = ['cnes', 'azercosmos'].map((id) => organizations.get(id) ?? '')
  const meeting = {
    event,
    heldOn: on,
    city,
    occasion,
    outcome,
    source: SOURCE,
    organizations: met,
    presences,
  }
  await done(recordMeeting(organizer, meeting))
  return people
}

/** What was published about this final itself, with its source. */
export async function playClaims(organizer: SignedIn, editionId: string, eventId: string) {
  const claims = readSeed<Facts>('azerbaijan-2018/facts.json').claims.filter(
    ({ scope }) => scope === 'azerbaijan',
  )
  for (const [position, { metric, qualifier, value, source }] of claims.entries()) {
    await done(recordClaim(organizer, { editionId, eventId, metric, qualifier, value, source, position }))
  }
}

/** What the press release says of the whole edition and the list of editions does not hold. */
export async function playEditionClaims(owner: SignedIn, editionId: string) {
  const claims = readSeed<Facts>('azerbaijan-2018/facts.json').claims
  const found = claims.find(({ metric, scope }) => metric === 'continents' && scope === 'edition')
  if (!found) throw new Error('The facts name no continents')
  const { metric, qualifier, value, source } = found
  await done(recordClaim(owner, { editionId, metric, qualifier, value, source, position: 9 }))
}

/** The press release, word for word, with its quote by the office held that day. */
export async function playRelease(
  organizer: SignedIn,
  event: string,
  people: ReadonlyMap<string, { person: string; office?: string }>,
) {
  const text = new TextDecoder().decode(readSeedBytes('azerbaijan-2018/press-release-2018.txt'))
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
  const start = paragraphs.findIndex((paragraph) => paragraph.startsWith('Sunday'))
  const spoken = /“(.+)”/.exec(text.replaceAll(/\s+/g, ' '))?.[1] ?? ''
  const speaker = people.get('President of CNES')
  await done(
    publishRelease(organizer, {
      event,
      slug: 'cnes-and-azercosmos-meet',
      source: SOURCE,
      texts: [
        {
          language: 'en',
          title: 'CNES and Azercosmos meet. Azerbaijan final of ActInSpace',
          lead: 'France–Azerbaijan space cooperation',
          body: paragraphs.slice(start).join('\n\n'),
        },
      ],
      quotes: speaker ? [{ ...speaker, language: 'en', text: spoken }] : [],
    }),
  )
}
