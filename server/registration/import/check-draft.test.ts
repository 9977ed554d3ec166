import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { makeOrganization } from '@/db/factories'
import { organizationDomains } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { DURING_REGISTRATION, done, makeOpenEvent, makeStudent } from '../../registration/testing'
import { checkDraft } from './check-draft'
import { changeList, type Draft, findDraft, keepDraft } from './draft'

testDatabase()
afterEach(() => void vi.useRealTimers())

let made: Awaited<ReturnType<typeof makeOpenEvent>>
let draft: Draft
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION })
  made = await makeOpenEvent()
  const bytes = new TextEncoder().encode('Name,Email\nA B,a@ada.example')
  draft = await done(keepDraft(made.organizer, made.event, [{ name: 'a.csv', bytes }]))
})

const check = async () => {
  const found = await findDraft(made.organizer, made.event, draft.id)
  if (!found) throw new Error('gone')
  return done(checkDraft(made.organizer, found))
}

test('turning its pages reads nothing again; a word about a list, a student or an institution does', async () => {
  const first = await check()
  expect(first.lists[0]?.refusal?.code).toBe('list-whose')
  expect((await check()).plan).toBe(first.plan)
  const { id: organizationId } = await makeOrganization('ada')
  await (await db()).insert(organizationDomains).values({ organizationId, domain: 'ada.example' })
  const second = await check()
  expect(second.plan.figures.create).toBe(1)
  await makeStudent(made.event, 'Student')
  const third = await check()
  expect(third.plan).not.toBe(second.plan)
  vi.setSystemTime(DURING_REGISTRATION.getTime() + 1)
  await changeList(draft, 0, (list) => ({ ...list, leftOut: [2] }))
  expect((await check()).plan.figures['left-out']).toBe(1)
})

test('it is kept for nobody who may not see it', async () => {
  await check()
  for (const actor of [made.neighbour, made.stranger])
    expect(await checkDraft(actor, draft)).toMatchObject({ code: 'not-found' })
})
