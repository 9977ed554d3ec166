import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { makeEdition } from '../testing'
import { advancePhase } from './advance-phase'
import { findEvent } from './find-event'

testDatabase()

test('an event knows its ancestors and stands at draft until somebody steps', async () => {
  const { international, national } = await makeEdition()
  const found = await findEvent('actinspace-2018', 'azerbaijan')
  expect(found?.facts).toMatchObject({ id: national.id, ancestors: [international.id], phase: 'draft' })
  expect(await findEvent('actinspace-2018', 'nowhere')).toBeNull()
  expect(await findEvent('actinspace-2018\0', 'azerbaijan')).toBeNull()
})

test('an organizer steps through the phases in their order, a neighbour learns nothing', async () => {
  const { national, organizer, neighbour } = await makeEdition()
  expect(await advancePhase(organizer, { event: national.id, to: 'judging' })).toMatchObject({
    code: 'wrong-step',
  })
  expect(await advancePhase(organizer, { event: national.id, to: 'registration' })).toEqual({
    phase: 'registration',
  })
  expect(await advancePhase(neighbour, { event: national.id, to: 'in-progress' })).toMatchObject({
    code: 'not-found',
  })
  expect((await findEvent('actinspace-2018', 'azerbaijan'))?.facts.phase).toBe('registration')
})
