import { expect, test } from 'vitest'
import { mapState } from './map-state'
import { PHASES } from './phases'

test('a winner is known only when the result is published', () => {
  expect(Object.fromEntries(PHASES.map((phase) => [phase, mapState(phase)]))).toEqual({
    draft: 'planned',
    registration: 'planned',
    'in-progress': 'running',
    judging: 'running',
    deliberation: 'judged',
    sealed: 'judged',
    published: 'winner',
    archived: 'winner',
  })
})
