import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { scheduleOf } from '../events/queries'
import { done, makeOpenEvent } from '../registration/testing'
import { addItem } from './add-item'
import { removeItem } from './remove-item'

testDatabase()

const ITEM = {
  title: ' Workshop ',
  startsAt: '2018-05-25T00:00',
  endsAt: '2018-05-25T01:30',
  track: 'Data',
  place: ' ',
}

test('an item stands on the schedule at the venue’s hour, in its track, until it is taken off', async () => {
  const { organizer, event } = await makeOpenEvent()
  const { item } = await done(addItem(organizer, { event, ...ITEM }))
  const [shown] = (await scheduleOf(event)).filter(({ id }) => id === item)
  expect(shown).toMatchObject({
    title: 'Workshop',
    track: 'Data',
    place: null,
    startsAt: new Date('2018-05-24T20:00:00Z'),
    endsAt: new Date('2018-05-24T21:30:00Z'),
  })
  await done(removeItem(organizer, { event, item }))
  expect((await scheduleOf(event)).map(({ id }) => id)).not.toContain(item)
  expect(await removeItem(organizer, { event, item })).toMatchObject({ code: 'not-found' })
})

test.each([
  [{ title: '  ' }, 'item-title-missing', 'title'],
  [{ startsAt: 'soon' }, 'item-start-unreadable', 'startsAt'],
  [{ endsAt: '2018-05-24T23:59' }, 'item-ends-early', 'endsAt'],
])('%j is refused', async (fault, code, field) => {
  const { organizer, event } = await makeOpenEvent()
  expect(await addItem(organizer, { event, ...ITEM, ...fault })).toMatchObject({ code, field })
})

test('only the organizer plans', async () => {
  const { stranger, neighbour, event } = await makeOpenEvent()
  for (const actor of [stranger, neighbour])
    expect(await addItem(actor, { event, ...ITEM })).toMatchObject({ code: 'not-found' })
})
