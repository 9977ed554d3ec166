import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { grant, makePerson } from '@/db/factories'
import { events } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { liftLock } from '../editions/lift-lock'
import { lockRule } from '../editions/lock-rule'
import { setOpenness } from '../events/set-openness'
import { codeOf, done } from '../judging/testing'
import { actorOf } from '../session'
import { publishResult } from './publish-result'
import { sealedFinal } from './testing'

testDatabase()

/** A sealed final, and the owner's locking and lifting of how open its edition's results are. */
async function lockable() {
  const { competition, edition, event, organizer } = await sealedFinal()
  const person = await makePerson('Owner')
  await grant(person.id, 'competition-owner', competition.id)
  const owner = await actorOf(person.id)
  const of = { edition: edition.id, rule: 'openness' as const }
  return {
    event,
    organizer,
    lock: () => done(lockRule(owner, { ...of, reason: 'Places only, everywhere.' })),
    lift: () => done(liftLock(owner, of)),
    set: async () => (await database.select().from(events).where(eq(events.id, event)))[0]?.openness,
  }
}

test('openness is announced beforehand, locked as it is, and settled by publishing', async () => {
  const { event, organizer, lock, lift, set } = await lockable()
  expect(await setOpenness(organizer, { event, openness: 'winners' })).toEqual({ openness: 'winners' })
  await lock()
  expect(await codeOf(setOpenness(organizer, { event, openness: 'scores' }))).toBe('rule-locked')
  expect(await setOpenness(organizer, { event, openness: 'winners' })).toEqual({ openness: 'winners' })
  expect(await codeOf(publishResult(organizer, { event, openness: 'ranks' }))).toBe('rule-locked')
  expect(await set()).toBe('winners')
  await lift()
  await done(publishResult(organizer, { event, openness: 'ranks' }))
  expect(await set()).toBe('ranks')
  expect(await codeOf(setOpenness(organizer, { event, openness: 'winners' }))).toBe('openness-published')
})

test('as open as the edition locks it, a result is published', async () => {
  const { event, organizer, lock } = await lockable()
  await lock()
  expect(await codeOf(publishResult(organizer, { event, openness: 'scores' }))).toBe('rule-locked')
  expect(await publishResult(organizer, { event, openness: 'ranks' })).toMatchObject({ version: 1 })
})
