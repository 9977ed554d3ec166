import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { makeOrganization, putAtPhase } from '@/db/factories'
import { auditEntries, persons, teamMembers, teams } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { makeEdition } from '../testing'
import { addPerson } from './add-person'
import { movePerson } from './move-person'

testDatabase()
afterEach(() => void vi.useRealTimers())

let made: Awaited<ReturnType<typeof makeEdition>>
let institution: string

const sure = <T>(outcome: T | Refusal): T => {
  if (isRefusal(outcome)) throw new Error(outcome.code)
  return outcome
}

const add = (name: string, more: object = {}) =>
  addPerson(made.organizer, {
    ...{ event: made.national.id, givenName: name, email: `${name.toLowerCase()}@ada.example`, institution },
    ...more,
  })

const makeTeam = async (name: string, seats: number) => {
  const key = name.toLowerCase()
  const row = { eventId: made.national.id, slug: key, name, nameKey: key, seats, createdAt: new Date() }
  const [team] = await (await db()).insert(teams).values(row).returning()
  return team?.id ?? ''
}

const move = (person: string, team: string | null, reason?: string) =>
  movePerson(made.organizer, { event: made.national.id, person, team, reason })

const sitting = async (team: string) =>
  (await db())
    .select({ name: persons.givenName, role: teamMembers.role, seat: teamMembers.seat })
    .from(teamMembers)
    .innerJoin(persons, eq(persons.id, teamMembers.personId))
    .where(and(eq(teamMembers.teamId, team), isNull(teamMembers.leftAt)))
    .orderBy(teamMembers.seat)

beforeEach(async () => {
  made = await makeEdition()
  institution = (await makeOrganization('ada')).id
  await putAtPhase(made.national.id, 'registration')
})

test('people move between teams, and a team keeps a captain', async () => {
  const [ulduz, orbit] = [await makeTeam('Ulduz', 3), await makeTeam('Orbit', 1)]
  const [aysel, tural] = [sure(await add('Aysel')).person, sure(await add('Tural')).person]
  expect(await move(aysel, ulduz)).toEqual({ team: ulduz })
  await move(tural, ulduz)
  expect(await sitting(ulduz)).toEqual([
    { name: 'Aysel', role: 'captain', seat: 1 },
    { name: 'Tural', role: 'member', seat: 2 },
  ])
  await move(aysel, orbit)
  expect(await sitting(ulduz)).toEqual([{ name: 'Tural', role: 'captain', seat: 2 }])
  expect(await move(tural, orbit)).toMatchObject({
    code: 'team-has-no-seat',
    values: { team: 'Orbit', seats: 1 },
  })
  expect(await move(aysel, orbit)).toMatchObject({ code: 'moved-here-already' })
  expect(await move(tural, null)).toEqual({ team: null })
  expect(await sitting(ulduz)).toEqual([])
})

test('after closing a reason is asked for and kept', async () => {
  const aysel = sure(await add('Aysel')).person
  const ulduz = await makeTeam('Ulduz', 3)
  await putAtPhaseOnwards()
  expect(await move(aysel, ulduz)).toMatchObject({ code: 'reason-missing', field: 'reason' })
  expect(await add('Late')).toMatchObject({ code: 'reason-missing' })
  expect(await add('Late', { reason: '\u200b' })).toMatchObject({ code: 'reason-missing' })
  sure(await move(aysel, ulduz, ' Asked by her university '))
  sure(await add('Late', { reason: 'The list came late' }))
  const kept = await (await db())
    .select({ action: auditEntries.action, details: auditEntries.details })
    .from(auditEntries)
  expect(kept.filter(({ action }) => action === 'move-person')).toEqual([
    { action: 'move-person', details: { team: ulduz, reason: 'Asked by her university' } },
  ])
})

const putAtPhaseOnwards = async () => {
  const { advancePhase } = await import('../events/advance-phase')
  sure(await advancePhase(made.organizer, { event: made.national.id, to: 'in-progress' }))
}

test.each([
  ['a name of nothing visible', { givenName: '\u200b' }, 'name-unreadable'],
  ['no address', { email: 'tural.veliyev at ufaz.example' }, 'email-malformed'],
  ['no institution', { institution: 'ada' }, 'institution-missing'],
])('with %s nobody is added', async (_, wrong, code) => {
  expect(await add('Aysel', wrong)).toMatchObject({ code })
})

test('one address is one person, added once', async () => {
  sure(await add('Aysel'))
  expect(await add('Aysel', { email: 'AYSEL@ada.example' })).toMatchObject({ code: 'registered-already' })
})

test('nobody else adds or moves', async () => {
  const aysel = sure(await add('Aysel')).person
  for (const actor of [made.neighbour, made.stranger]) {
    const input = { event: made.national.id, person: aysel, team: null }
    expect(await movePerson(actor, input)).toMatchObject({ code: 'not-found' })
    const person = { event: made.national.id, givenName: 'X', email: 'x@ada.example', institution }
    expect(await addPerson(actor, person)).toMatchObject({ code: 'not-found' })
  }
})
