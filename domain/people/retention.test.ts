import { expect, test } from 'vitest'
import { isRetentionOver, retentionEnd } from './retention'

test.each([
  ['2018-05-26T15:00:00Z', 12, '2019-05-26T15:00:00.000Z'],
  ['2018-01-31T15:00:00Z', 1, '2018-02-28T15:00:00.000Z'],
  ['2019-12-31T23:59:00Z', 2, '2020-02-29T23:59:00.000Z'],
  ['2020-02-29T12:00:00Z', 12, '2021-02-28T12:00:00.000Z'],
])('%s and %i months: %s', (endsAt, months, until) =>
  expect(retentionEnd(new Date(endsAt), months).toISOString()).toBe(until),
)

test('it is over from that instant on, and never where no time was set', () => {
  const endsAt = new Date('2018-05-26T15:00:00Z')
  const at = (now: string, retentionMonths: number | null = 12) =>
    isRetentionOver({ endsAt, retentionMonths }, new Date(now))
  expect([at('2019-05-26T14:59:59Z'), at('2019-05-26T15:00:00Z'), at('2099-01-01T00:00:00Z', null)]).toEqual([
    ...[false, true, false],
  ])
})
