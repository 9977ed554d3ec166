import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MarkJob } from './device-sheet'
import { handOver, readHanded } from './handed-marks'

const mark = fc.record({
  kind: fc.constant('mark' as const),
  id: fc.uuid(),
  entry: fc.constantFrom('ulduz', 'oil', 'xezer'),
  criterion: fc.constantFrom('economy', 'team'),
  value: fc.option(fc.double({ min: 0, max: 10, noNaN: true }).map((value) => value + 0)),
  device: fc.constantFrom('phone', 'tablet'),
  seq: fc.nat(),
  replaces: fc.option(fc.uuid()),
  at: fc.constant('2018-05-26T08:00:00.000Z'),
})
const bare = ({ kind: _, ...rest }: MarkJob) => rest

test('whatever is handed over is read again, in one text or in many, in any order of lines', () => {
  fc.assert(
    fc.property(
      fc.array(mark, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 60 }),
      (jobs, most) => {
        const texts = handOver('juror', jobs, most)
        expect(texts).toHaveLength(Math.ceil(jobs.length / most))
        expect(readHanded(texts.join('\n'))).toEqual({ juror: 'juror', marks: jobs.map(bare) })
        const ids = readHanded(texts.toReversed().join('\r\n\n'))?.marks.map(({ id }) => id)
        expect(ids?.toSorted()).toEqual(jobs.map(({ id }) => id).toSorted())
      },
    ),
  )
})

test('ten marks fit a picture that a phone reads', () => {
  const id = '0198c0de-0000-7000-8000-000000000000'
  const jobs = Array.from(
    { length: 10 },
    (_, seq): MarkJob => ({
      ...{
        kind: 'mark',
        id,
        entry: `${id}${seq % 3}`,
        criterion: `${id}${seq % 4}`,
        value: 7.5,
        seq,
        replaces: id,
      },
      ...{ device: id, at: '2018-05-26T08:00:00.000Z' },
    }),
  )
  expect(handOver(id, jobs)[0]?.length).toBeLessThan(2000)
})

test.each(['', 'hello', '{}', 'null', '[]', '{"kind":"apogee-marks","juror":"j","marks":[1]}'])(
  '%j is nothing handed over',
  (text) => {
    expect(readHanded(text)).toBeNull()
  },
)

test('the lines of two jurors are not taken together', () => {
  const one: MarkJob = {
    ...{ kind: 'mark', id: 'm', entry: 'e', criterion: 'c', value: 1, device: 'd', seq: 1 },
    ...{ replaces: null, at: '2018-05-26T08:00:00.000Z' },
  }
  expect(readHanded([...handOver('a', [one]), ...handOver('b', [one])].join('\n'))).toBeNull()
})
