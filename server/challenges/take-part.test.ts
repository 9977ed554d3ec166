import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { grant, makeOrganization, makePerson } from '@/db/factories'
import { challenges, entries } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { DURING_REGISTRATION, done, makeOpenEvent, makeStudent } from '../registration/testing'
import { actorOf, nobody } from '../session'
import { editProject } from '../submissions/edit-project'
import { challengeChoices } from '../submissions/queries'
import { addTeam, codeOf } from '../teams/testing'
import { acknowledgeTerms } from './acknowledge-terms'
import { acknowledgementsAt, challengesToRead } from './participant-queries'
import { type NewChallenge, writeChallenge } from './write-challenge'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

/** An open event whose edition has one challenge, and who may rewrite it. */
async function makeChallenge(words: Partial<NewChallenge> = {}) {
  const made = await makeOpenEvent()
  const { id: ownerId } = await makeOrganization('cnes', 'CNES', 'agency')
  const administrator = await makePerson('Administrator')
  await grant(administrator.id, 'edition-administrator', made.edition.id)
  const actor = await actorOf(administrator.id)
  const input = { editionId: made.edition.id, ownerId, code: 'C-1', title: 'Oil from above', ...words }
  const rewrite = (changes: Partial<NewChallenge>) => done(writeChallenge(actor, { ...input, ...changes }))
  return {
    ...made,
    ...(await rewrite({})),
    rewrite,
    write: (more: Partial<NewChallenge>) => writeChallenge(actor, { ...input, ...more }),
  }
}

const takenBy = async (challenge: string) =>
  (await (await db()).select().from(entries).where(eq(entries.challengeId, challenge))).length

test('ten teams at once for a challenge that two may take: two have it, the others are told why', async () => {
  const { event, challenge } = await makeChallenge({ mostTeams: 2 })
  const teams = []
  for (let n = 0; n < 10; n++) teams.push(await addTeam(event, `Team ${n}`))
  const outcomes = await Promise.all(
    teams.map(({ captain, entry }) => editProject(captain, { entry, project: { challengeId: challenge } })),
  )
  expect(outcomes.map(codeOf).sort()).toEqual([...Array(8).fill('challenge-full'), 'done', 'done'])
  expect(await takenBy(challenge)).toBe(2)
})

test('who has a challenge keeps it when the number is lowered, and a withdrawn team leaves its place', async () => {
  const { event, edition, challenge, rewrite } = await makeChallenge({ mostTeams: 2 })
  const [first, second, third] = [
    await addTeam(event, 'One'),
    await addTeam(event, 'Two'),
    await addTeam(event, 'Three'),
  ]
  const take = ({ captain, entry }: typeof first) =>
    editProject(captain, { entry, project: { challengeId: challenge, title: 'Oil' } })
  await done(take(first))
  await done(take(second))
  const full = async ({ entry }: typeof first) =>
    (await challengeChoices({ id: entry, eventId: event }, edition.id)).map((choice) => choice.full)
  // Its own place is not one that others have taken.
  expect([await full(first), await full(third)]).toEqual([[null], [2]])
  await rewrite({ mostTeams: 1 })
  expect(codeOf(await take(first))).toBe('done')
  expect(await take(third)).toMatchObject({ code: 'challenge-full', values: { code: 'C-1', most: 1 } })
  const gone = { withdrawnAt: DURING_REGISTRATION }
  for (const { entry } of [first, second])
    await (await db()).update(entries).set(gone).where(eq(entries.id, entry))
  expect(codeOf(await take(third))).toBe('done')
})

test('data are shown after their terms are acknowledged, and again after they changed', async () => {
  const { event, challenge, rewrite, organizer, neighbour, stranger } = await makeChallenge({
    resource: 'https://data.example/oil',
    licence: 'For the weekend only',
    acknowledgementNeeded: true,
  })
  const student = await makeStudent(event, 'Aysel')
  const read = async () => {
    const [one] = await done(challengesToRead(student, event))
    if (!one) throw new Error('no challenge')
    return one
  }
  const before = await read()
  expect(before).toMatchObject({ data: null, gated: true, licence: 'For the weekend only' })
  expect(JSON.stringify(before)).not.toContain('data.example')
  for (const actor of [stranger, neighbour, nobody()])
    expect(isRefusal(await acknowledgeTerms(actor, { event, challenge, terms: before.terms }))).toBe(true)
  for (const _twice of [1, 2])
    await done(acknowledgeTerms(student, { event, challenge, terms: before.terms }))
  expect(await read()).toMatchObject({ data: 'https://data.example/oil', gated: false, acknowledged: true })
  const seen = [{ givenName: 'Aysel', challengeId: challenge, at: DURING_REGISTRATION, current: true }]
  expect(await acknowledgementsAt(organizer, event)).toMatchObject(seen)
  expect(codeOf(await acknowledgementsAt(student, event))).toBe('not-allowed')
  await rewrite({ licence: 'Until Monday' })
  const after = await read()
  expect(after).toMatchObject({ data: null, gated: true })
  expect(codeOf(await acknowledgeTerms(student, { event, challenge, terms: before.terms }))).toBe(
    'terms-changed',
  )
  expect(await acknowledgementsAt(organizer, event)).toMatchObject([{ current: false }])
})

test('a challenge is not written with terms to acknowledge and none said, nor for no team', async () => {
  const { write, challenge } = await makeChallenge()
  expect(codeOf(await write({ acknowledgementNeeded: true, licence: ' ' }))).toBe('challenge-terms')
  for (const mostTeams of [0, -1, 1001, Number.NaN])
    expect(codeOf(await write({ mostTeams }))).toBe('challenge-most')
  const [row] = await (await db()).select().from(challenges).where(eq(challenges.id, challenge))
  expect(row).toMatchObject({ mostTeams: null, acknowledgementNeeded: false })
})
