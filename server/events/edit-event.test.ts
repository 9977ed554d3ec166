import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { makePerson } from '@/db/factories'
import { events, roleGrants, teamMembers, teams } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { grantByEmail } from '../access/grant-by-email'
import { rolesOfEvent } from '../access/queries'
import { revokeRole } from '../access/revoke-role'
import { makeEdition } from '../testing'
import { type EventSettings, editEvent } from './edit-event'
import { settingsOf } from './testing'

testDatabase()

let made: Awaited<ReturnType<typeof makeEdition>>
beforeEach(async () => {
  made = await makeEdition()
})

const edit = (changes: Partial<EventSettings> = {}, actor = made.organizer) =>
  editEvent(actor, { ...settingsOf(made.national.id), ...changes })

test('settings are written as given', async () => {
  const due = new Date('2018-05-26T07:00:00Z')
  await edit({ venue: 'ADA University', submissionsDueAt: due, teamMax: 4, capacity: 120 })
  const [row] = await (await db()).select().from(events).where(eq(events.id, made.national.id))
  expect(row).toMatchObject({ venue: 'ADA University', submissionsDueAt: due, teamMax: 4, capacity: 120 })
})

test.each<[string, Partial<EventSettings>, string]>([
  ['no name', { name: ' \u200b' }, 'event-unnamed'],
  ['the end first', { endsAt: new Date('2018-05-24T00:00:00Z') }, 'dates-order'],
  ['a deadline before the event', { submissionsDueAt: new Date('2018-05-20T00:00:00Z') }, 'dates-order'],
  ['larger teams than the edition’s', { teamMax: 6 }, 'team-size-locked'],
  ['smaller teams than the edition’s', { teamMin: 1 }, 'team-size-locked'],
  ['smallest above largest', { teamMin: 4, teamMax: 3 }, 'team-size-order'],
  ['no seats in the hall', { capacity: 0 }, 'capacity-range'],
])('%s is refused', async (_, changes, code) => {
  expect(await edit(changes)).toMatchObject({ code })
})

test('teams get the new limit, unless one is larger already', async () => {
  const database = await db()
  const row = { eventId: made.national.id, slug: 'ulduz', name: 'Ulduz', nameKey: 'ulduz', seats: 5 }
  const [team] = await database
    .insert(teams)
    .values({ ...row, createdAt: new Date() })
    .returning()
  for (const seat of [1, 3, 5]) {
    const { id } = await makePerson(`P${seat}`)
    const member = { teamId: team?.id ?? '', eventId: made.national.id, personId: id, seat, seats: 5 }
    await database.insert(teamMembers).values({ ...member, joinedAt: new Date() })
  }
  expect(await edit({ teamMax: 2 })).toMatchObject({
    code: 'teams-larger',
    values: { team: 'Ulduz', size: 3 },
  })
  expect(isRefusal(await edit({ teamMax: 3 }))).toBe(false)
  const seats = await database.select({ seat: teamMembers.seat, seats: teamMembers.seats }).from(teamMembers)
  expect(seats.map(({ seat }) => seat).sort()).toEqual([1, 2, 3])
  expect(new Set(seats.map(({ seats }) => seats))).toEqual(new Set([3]))
})

test('roles are granted by address and taken back, but never the last organizer’s', async () => {
  const { organizer, national } = made
  const give = { email: ' Helper@Example.org', role: 'event-helper' as const, node: national.id }
  expect(await grantByEmail(organizer, give)).toEqual({ role: 'event-helper' })
  expect(await grantByEmail(organizer, give)).toEqual({ role: 'event-helper' })
  expect(await grantByEmail(organizer, { ...give, email: 'helper' })).toMatchObject({
    code: 'email-malformed',
  })
  const roles = await rolesOfEvent(organizer, national.id)
  if (isRefusal(roles)) throw new Error(roles.code)
  expect(roles.map(({ role, email }) => [role, email?.endsWith('people.example') ? '' : email])).toEqual([
    ['event-helper', 'helper@example.org'],
    ['event-organizer', ''],
  ])
  const [helper, own] = roles
  expect(await revokeRole(organizer, { grant: own?.id ?? '' })).toMatchObject({ code: 'last-organizer' })
  expect(await revokeRole(organizer, { grant: helper?.id ?? '' })).toEqual({ revoked: helper?.id })
  expect(await revokeRole(organizer, { grant: helper?.id ?? '' })).toMatchObject({ code: 'not-found' })
})

test('nobody else edits, grants above oneself, or takes a role back', async () => {
  const [role] = await (await db()).select().from(roleGrants).where(eq(roleGrants.eventId, made.national.id))
  for (const actor of [made.neighbour, made.stranger]) {
    expect(await edit({}, actor)).toMatchObject({ code: 'not-found' })
    const give = { email: 'me@example.org', role: 'event-organizer' as const, node: made.national.id }
    expect(await grantByEmail(actor, give)).toMatchObject({ code: 'not-found' })
    expect(await revokeRole(actor, { grant: role?.id ?? '' })).toMatchObject({ code: 'not-found' })
  }
  const above = { email: 'me@example.org', role: 'edition-administrator' as const, node: made.edition.id }
  expect(isRefusal(await grantByEmail(made.organizer, above))).toBe(true)
})
