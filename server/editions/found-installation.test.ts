import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import {
  auditEntries,
  competitions,
  editions,
  events,
  outbox,
  personEmails,
  persons,
  roleGrants,
} from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { announceSetup } from './announce-setup'
import { type Founding, foundInstallation } from './found-installation'
import { isFounded, setupCode } from './setup-code'

testDatabase()

const OWNER = { givenName: 'Aygün', familyName: 'Məmmədova', email: ' Aygun@People.Example' }

const founding = (more: Partial<Founding> = {}): Founding => ({
  setup: setupCode(),
  code: '',
  competition: { name: 'ActInSpace®', address: '' },
  edition: { year: 2027, ordinal: 7, scope: 'the world', startsOn: '2027-05-21', endsOn: null },
  event: {
    ...{
      name: 'Azərbaycan milli finalı',
      slug: 'azerbaijan',
      level: 'national',
      country: 'AZ',
      city: 'Bakı',
    },
    ...{ timeZone: 'Asia/Baku', latitude: 40.38, longitude: 49.85 },
    ...{ startsAt: new Date('2027-05-21T05:00:00Z'), endsAt: new Date('2027-05-22T15:00:00Z') },
    ...{ registrationOpensAt: null, registrationClosesAt: new Date('2027-05-15T19:59:00Z') },
  },
  owner: OWNER,
  ...more,
})

const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : outcome)
const rows = async () => ({
  competitions: (await database.select().from(competitions)).length,
  editions: (await database.select().from(editions)).length,
  events: (await database.select().from(events)).length,
  persons: (await database.select().from(persons)).length,
  grants: (await database.select().from(roleGrants)).length,
  audit: (await database.select().from(auditEntries)).length,
})
const NOTHING = { competitions: 0, editions: 0, events: 0, persons: 0, grants: 0, audit: 0 }

// Each test starts the server anew, and so has a code that nobody has tried.
beforeEach(() => {
  ;(globalThis as { apogeeSetupCode?: string }).apogeeSetupCode = undefined
})

test('competition, edition, event and their owner, who organizes the event, with the audit of each', async () => {
  const outcome = await foundInstallation(founding())
  expect(outcome).toEqual({
    ...{ address: 'actinspace-2027/azerbaijan', owner: expect.any(String), email: 'aygun@people.example' },
  })
  expect(await rows()).toEqual({
    ...NOTHING,
    competitions: 1,
    editions: 1,
    events: 1,
    persons: 1,
    grants: 2,
    audit: 4,
  })
  expect(await database.select().from(competitions)).toMatchObject([
    { slug: 'actinspace', name: 'ActInSpace®' },
  ])
  expect(await database.select().from(editions)).toMatchObject([
    { slug: 'actinspace-2027', year: 2027, ordinal: 7, startsOn: '2027-05-21', endsOn: null },
  ])
  const [event] = await database.select().from(events)
  expect(event).toMatchObject({ ...founding().event, exampleData: false })
  const grants = await database.select().from(roleGrants)
  expect(grants.map(({ role }) => role).sort()).toEqual(['competition-owner', 'event-organizer'])
  expect(await database.select().from(persons)).toMatchObject([
    { givenName: 'Aygün', familyName: 'Məmmədova' },
  ])
  const audit = await database.select().from(auditEntries)
  expect(audit.map(({ chain, action }) => [chain, action]).sort()).toEqual(
    [
      [event?.id, 'create-event'],
      [event?.id, 'grant-role'],
      ['installation', 'create-edition'],
      ['installation', 'found-competition'],
    ].sort(),
  )
})

test('of two at once exactly one founds, and the other is told', async () => {
  const outcomes = await Promise.all(
    ['one@people.example', 'two@people.example', 'three@people.example'].map((email) =>
      foundInstallation(founding({ owner: { ...OWNER, email } })),
    ),
  )
  expect(outcomes.filter(isRefusal).map(codeOf)).toEqual(['already-founded', 'already-founded'])
  expect(await rows()).toMatchObject({ competitions: 1, editions: 1, events: 1, persons: 1, grants: 2 })
  expect(codeOf(await foundInstallation(founding()))).toBe('already-founded')
})

test.each([
  [{ competition: { name: '®', address: '' } }, 'competition-unnamed', 'competition'],
  [{ competition: { name: 'Хакатон', address: '' } }, 'address-malformed', 'address'],
  [{ edition: { ...founding().edition, year: 27 } }, 'year-range', 'year'],
  [{ edition: { ...founding().edition, scope: ' ' } }, 'scope-unnamed', 'scope'],
  [{ edition: { ...founding().edition, endsOn: '2027-05-20' } }, 'days-order', 'endsOn'],
  [{ event: { ...founding().event, name: '' } }, 'event-unnamed', 'name'],
  [{ event: { ...founding().event, endsAt: founding().event.startsAt } }, 'dates-order', 'endsAt'],
  [{ owner: { ...OWNER, givenName: '…' } }, 'name-unreadable', 'givenName'],
  [{ owner: { ...OWNER, email: 'aygun' } }, 'email-malformed', 'email'],
])('refused at its field, nothing is written: %j', async (more, code, field) => {
  expect(await foundInstallation(founding(more))).toMatchObject({ code, field })
  expect(await rows()).toEqual(NOTHING)
})

test('without the setup code nothing is founded, and whoever guesses is slowed down', async () => {
  for (let tried = 0; tried < 20; tried++)
    expect(await foundInstallation(founding({ setup: 'AAAA-AAAA' }))).toMatchObject({
      code: 'setup-code-wrong',
      field: 'setup',
    })
  expect(codeOf(await foundInstallation(founding({ setup: 'AAAA-AAAA' })))).toBe('setup-code-tried')
  // The right one too, else the limit would be none.
  expect(codeOf(await foundInstallation(founding()))).toBe('setup-code-tried')
  expect(await rows()).toEqual(NOTHING)
  // A new start has a new code, and nobody has tried it.
  const old = setupCode()
  ;(globalThis as { apogeeSetupCode?: string }).apogeeSetupCode = undefined
  expect(codeOf(await foundInstallation(founding({ setup: old })))).toBe('setup-code-wrong')
  expect(
    await foundInstallation(founding({ setup: ` ${setupCode().toLowerCase().replace('-', ' ')}` })),
  ).toMatchObject({
    owner: expect.any(String),
  })
})

test('guesses sent at once count one by one', async () => {
  const guesses = Array.from({ length: 30 }, () => foundInstallation(founding({ setup: 'AAAA-AAAA' })))
  const codes = (await Promise.all(guesses)).map(codeOf)
  expect(codes.filter((code) => code === 'setup-code-wrong')).toHaveLength(20)
})

test('where mail is read, the address is proven before anything is founded', async () => {
  vi.stubEnv('NODE_ENV', 'development')
  try {
    expect(await foundInstallation(founding())).toMatchObject({ code: 'founder-code-sent', field: 'code' })
    expect(await rows()).toEqual(NOTHING)
    const [mail] = await database.select().from(outbox)
    expect(mail).toMatchObject({ toAddress: 'aygun@people.example', template: 'sign-in' })
    const code = String(mail?.values.code)
    const wrong = code === '000000' ? '000001' : '000000'
    expect(await foundInstallation(founding({ code: wrong }))).toMatchObject({
      code: 'code-wrong',
      field: 'code',
    })
    // Faults come first: they do not use the digits up.
    const nameless = founding({ code, competition: { name: '', address: '' } })
    expect(codeOf(await foundInstallation(nameless))).toBe('competition-unnamed')
    const outcome = await foundInstallation(founding({ code }))
    expect(outcome).toMatchObject({ address: 'actinspace-2027/azerbaijan' })
    const [owner] = await database.select().from(persons)
    expect(owner).toMatchObject({ givenName: 'Aygün', familyName: 'Məmmədova' })
    expect(await database.select().from(personEmails)).toMatchObject([
      { email: 'aygun@people.example', personId: owner?.id, confirmedAt: expect.any(Date) },
    ])
    expect(await rows()).toMatchObject({ competitions: 1, persons: 1, grants: 2 })
  } finally {
    vi.unstubAllEnvs()
  }
})

test('whoever had signed in before is the same person', async () => {
  const [known] = await database.insert(persons).values({ givenName: '', createdAt: new Date() }).returning()
  await database.insert(personEmails).values({ email: 'aygun@people.example', personId: known?.id ?? '' })
  expect(await foundInstallation(founding())).toMatchObject({ owner: known?.id })
  const [named] = await database
    .select()
    .from(persons)
    .where(eq(persons.id, known?.id ?? ''))
  expect(named).toMatchObject({ givenName: 'Aygün' })
})

test('the code is told on the console of an empty installation only, and is kept in no table', async () => {
  const said: string[] = []
  const warn = vi.spyOn(console, 'warn').mockImplementation((line) => void said.push(String(line)))
  try {
    await announceSetup()
    expect(said).toEqual([expect.stringContaining(`/start and enter the setup code ${setupCode()}`)])
    expect(await isFounded()).toBe(false)
    await foundInstallation(founding())
    await announceSetup()
    expect(said).toHaveLength(1)
  } finally {
    warn.mockRestore()
  }
})
