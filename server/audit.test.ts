import { asc, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { db, transaction } from '@/db/client'
import { grant, makePerson } from '@/db/factories'
import { auditEntries } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { record } from './audit'
import { readChain, verifyChain } from './audit/verify-chain'
import { actorOf, nobody } from './session'
import { makeEdition } from './testing'

testDatabase()

const deed = (event: string, action = 'rename-team') => ({
  actor: nobody(),
  action,
  object: { kind: 'team', id: uuidv7() },
  event,
  details: { from: 1, to: 'two', nested: { b: 2, a: 1 } },
})

const entriesOf = async (chain: string) =>
  (await db())
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.chain, chain))
    .orderBy(asc(auditEntries.ordinal))

/** Changes the history behind the application's back, as someone with the database's password could. */
const tamper = async (statement: ReturnType<typeof sql>) => {
  await (await db()).execute(statement)
}

describe('a chain', () => {
  test('verifies, each entry standing on the one before', async () => {
    const { national } = await makeEdition()
    for (const action of ['a-first', 'b-second', 'c-third']) await record(deed(national.id, action))
    expect(await verifyChain(national.id)).toEqual({ intact: true, entries: 3 })
    const entries = await entriesOf(national.id)
    expect(entries.map(({ ordinal, action }) => [ordinal, action])).toEqual([
      [1, 'a-first'],
      [2, 'b-second'],
      [3, 'c-third'],
    ])
    expect(entries.map(({ previousHash }) => previousHash)).toEqual([
      '0'.repeat(64),
      entries[0]?.hash,
      entries[1]?.hash,
    ])
  })

  test('without entries is intact', async () => {
    expect(await verifyChain('nothing-here')).toEqual({ intact: true, entries: 0 })
  })

  const crimes = {
    'a changed action': sql`update audit_entries set action = 'x' where ordinal = 2`,
    'a changed detail': sql`update audit_entries set details = '{"to":"three"}' where ordinal = 2`,
    'another author': sql`update audit_entries set actor_id = gen_random_uuid() where ordinal = 2`,
    'another time': sql`update audit_entries set at = at + interval '1 ms' where ordinal = 2`,
    'a removed entry': sql`delete from audit_entries where ordinal = 2`,
    'a removed last entry': sql`delete from audit_entries where ordinal = 3`,
  }
  test.each(Object.entries(crimes))('shows %s', async (crime, statement) => {
    const { national } = await makeEdition()
    for (const action of ['a-first', 'b-second', 'c-third']) await record(deed(national.id, action))
    await tamper(statement)
    const brokenAt = crime === 'a removed entry' || crime === 'a removed last entry' ? 3 : 2
    expect(await verifyChain(national.id)).toMatchObject({ intact: false, brokenAt })
  })

  test('keeps simultaneous entries in one order', async () => {
    const { national } = await makeEdition()
    await Promise.all(Array.from({ length: 12 }, (_, index) => record(deed(national.id, `act-${index}`))))
    expect(await verifyChain(national.id)).toEqual({ intact: true, entries: 12 })
    const actions = (await entriesOf(national.id)).map(({ action }) => action)
    expect(new Set(actions).size).toBe(12)
  })

  test('holds nothing of what was rolled back', async () => {
    const { national } = await makeEdition()
    await record(deed(national.id, 'kept'))
    const failing = transaction(async () => {
      await record(deed(national.id, 'undone'))
      throw new Error('changed our mind')
    })
    await expect(failing).rejects.toThrow('changed our mind')
    await record(deed(national.id, 'kept-too'))
    expect((await entriesOf(national.id)).map(({ action }) => action)).toEqual(['kept', 'kept-too'])
    expect(await verifyChain(national.id)).toEqual({ intact: true, entries: 2 })
  })
})

describe('reading it', () => {
  test('is for the president, the organizer and those above; mark values only for who may read marks', async () => {
    const { national, edition, organizer, neighbour, stranger } = await makeEdition()
    const administrator = await makePerson('Administrator')
    await grant(administrator.id, 'edition-administrator', edition.id)
    await record({
      ...deed(national.id, 'save-marks'),
      object: { kind: 'mark', id: uuidv7() },
      details: { criterion: 'c', value: 7.5, marks: [{ value: 8 }] },
    })
    const address = { edition: 'actinspace-2018', event: 'azerbaijan' }
    expect(await readChain(organizer, address)).toMatchObject({
      state: { intact: true, entries: 1 },
      entries: [{ action: 'save-marks', details: { criterion: 'c', value: 7.5, marks: [{ value: 8 }] } }],
    })
    expect(await readChain(await actorOf(administrator.id), address)).toMatchObject({
      entries: [{ details: { criterion: 'c', value: 'hidden', marks: [{ value: 'hidden' }] } }],
    })
    for (const actor of [neighbour, stranger])
      expect(await readChain(actor, address)).toMatchObject({ code: 'not-found' })
    expect(await readChain(nobody(), address)).toMatchObject({ code: 'sign-in' })
    expect(await readChain(organizer, { ...address, event: 'nowhere' })).toMatchObject({ code: 'not-found' })
  })
})
