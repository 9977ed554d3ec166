import { uuidv7 } from 'uuidv7'
import type { GrantedRole } from '@/domain/access/roles'
import type { Phase } from '@/domain/events/phases'
import { db } from './client'
import {
  competitions,
  criteria,
  editions,
  eventPhases,
  events,
  organizations,
  personEmails,
  persons,
  roleGrants,
} from './schema'

const AT = new Date('2018-05-01T08:00:00Z')

/** A person with one address. */
export async function makePerson(givenName: string, familyName = '', email = `${uuidv7()}@people.example`) {
  const [person] = await (await db())
    .insert(persons)
    .values({ givenName, familyName, createdAt: AT })
    .returning()
  if (!person) throw new Error('not written')
  await (await db()).insert(personEmails).values({ email, personId: person.id })
  return { ...person, email }
}

export async function makeOrganization(
  slug: string,
  name = slug,
  kind: 'university' | 'agency' = 'university',
) {
  const row = { slug, name, kind, country: 'AZ', createdAt: AT }
  const [made] = await (await db()).insert(organizations).values(row).returning()
  if (!made) throw new Error('not written')
  return made
}

/** Grants a role on a node. */
export async function grant(personId: string, role: GrantedRole, node: string) {
  const column = {
    'event-organizer': 'eventId',
    'event-helper': 'eventId',
    'edition-administrator': 'editionId',
    'competition-owner': 'competitionId',
    'organization-partner': 'organizationId',
  }[role]
  await (await db()).insert(roleGrants).values({ personId, role, [column]: node, grantedAt: AT })
}

/** Puts an event at a phase, by writing the steps to it. */
export async function putAtPhase(eventId: string, ...phases: Phase[]) {
  const rows = phases.map((phase, index) => ({ eventId, ordinal: index + 1, phase, enteredAt: AT }))
  await (await db()).insert(eventPhases).values(rows)
}

/** The edition of 2018 with the Azerbaijan final, the international one and a neighbour's, all in draft. */
export async function makeCompetition() {
  const database = await db()
  const [competition] = await database
    .insert(competitions)
    .values({ slug: 'actinspace', name: 'ActInSpace®' })
    .returning()
  if (!competition) throw new Error('not written')
  const [edition] = await database
    .insert(editions)
    .values({
      competitionId: competition.id,
      slug: 'actinspace-2018',
      ordinal: 3,
      year: 2018,
      scope: 'the world',
    })
    .returning()
  if (!edition) throw new Error('not written')
  const makeEvent = async (values: Partial<typeof events.$inferInsert>) => {
    const [event] = await database
      .insert(events)
      .values({
        editionId: edition.id,
        slug: 'azerbaijan',
        name: 'Azerbaijan national final',
        level: 'national',
        country: 'AZ',
        city: 'Baku',
        timeZone: 'Asia/Baku',
        latitude: 40.41,
        longitude: 49.87,
        startsAt: new Date('2018-05-25T05:00:00Z'),
        endsAt: new Date('2018-05-26T15:00:00Z'),
        ...values,
      })
      .returning()
    if (!event) throw new Error('not written')
    return event
  }
  const international = await makeEvent({
    slug: 'international',
    name: 'International final',
    level: 'international',
    country: 'FR',
    city: 'Toulouse',
    timeZone: 'Europe/Paris',
    startsAt: new Date('2018-06-27T07:00:00Z'),
    endsAt: new Date('2018-06-27T16:00:00Z'),
  })
  const national = await makeEvent({ parentId: international.id })
  const elsewhere = await makeEvent({
    parentId: international.id,
    slug: 'estonia',
    name: 'Estonia',
    country: 'EE',
    city: 'Tartu',
  })
  return { competition, edition, international, national, elsewhere }
}

/** The rubric of 2018: a gate and four weighted criteria. */
export async function makeRubric(eventId: string) {
  const weights = [40, 20, 20, 20]
  return (await db())
    .insert(criteria)
    .values([
      { eventId, kind: 'gate', name: 'Uses the space data', position: 0, scaleMax: 1, step: 1 },
      ...weights.map((weight, index) => ({
        eventId,
        kind: 'weighted' as const,
        name: `Criterion ${index + 1}`,
        position: index + 1,
        weight,
      })),
    ])
    .returning()
}
