import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  countWaiting,
  type Job,
  type MarkJob,
  nextJobs,
  openSheet,
  reopenSheet,
  settle,
  waitAfter,
} from './device-sheet'

const server = {
  marks: [{ id: 's1', entry: 'ulduz', criterion: 'economy', value: 6 }],
  ballots: [{ entry: 'ulduz', status: 'draft' as const, reason: null }],
  notes: [],
}
const mark = (seq: number, value: number | null, more: Partial<MarkJob> = {}): MarkJob => ({
  kind: 'mark',
  id: `m${seq}`,
  entry: 'ulduz',
  criterion: 'economy',
  value,
  device: 'phone',
  seq,
  replaces: null,
  at: '2018-05-26T08:00:00.000Z',
  ...more,
})
const submit: Job = { kind: 'ballot', id: 'b9', seq: 9, entry: 'ulduz', status: 'submitted' }
const CELL = 'ulduz economy'

test('what waits is laid over what the server said, in the order it was done', () => {
  const sheet = add(openSheet(server), [submit, mark(2, 8), mark(1, 7)])
  expect(sheet.cells[CELL]).toEqual({ id: 'm2', value: 8 })
  expect(sheet.ballots.ulduz).toEqual({ status: 'submitted', reason: '' })
  expect(sheet.queue.map(({ id }) => id)).toEqual(['m1', 'm2', 'b9'])
  expect(nextJobs(sheet).map(({ id }) => id)).toEqual(['m1', 'm2'])
  expect(nextJobs({ ...sheet, queue: [submit, mark(10, 1)] }).map(({ id }) => id)).toEqual(['b9'])
})

test('what is saved leaves the queue and stays on the sheet', () => {
  const told = [mark(1, 7)]
  const sheet = settle(add(openSheet(server), [...told, mark(2, 8)]), told, { saved: ['m1'] }, null)
  expect(sheet.queue.map(({ id }) => id)).toEqual(['m2'])
  expect(sheet.cells[CELL]).toEqual({ id: 'm2', value: 8 })
})

test('what another device changed is shown beside the own until the juror decides', () => {
  const mine = { ...mark(1, 9), seq: 1 }
  const theirs = { ...mark(5, 4), id: 't1', device: 'tablet' }
  const contested = settle(add(openSheet(server), [mine]), [mine], { conflicts: [{ mine, theirs }] }, null)
  expect(contested.contests.map((one) => [one.mine.value, one.theirs.value])).toEqual([[9, 4]])
  expect(contested.cells[CELL]).toEqual({ id: 't1', value: 4 })
  const decided = add(contested, [mark(6, 9, { replaces: 't1' })])
  expect([decided.contests, decided.cells[CELL]?.value]).toEqual([[], 9])
})

test('what was refused is said once, and the sheet shows what the server has', () => {
  const told = [mark(1, 9), mark(2, 8)]
  const rejected = told.map(({ id }) => ({ id, message: 'The ballot is submitted.' }))
  const sheet = settle(add(openSheet(server), told), told, { rejected }, server)
  expect(sheet.cells[CELL]).toEqual({ id: 's1', value: 6 })
  expect(sheet.refused).toEqual([
    { sentence: 'The ballot is submitted.', entry: 'ulduz', criterion: 'economy' },
  ])
})

test('one refused mark is told by name and stops none of the others', () => {
  const told = [mark(1, 9), mark(2, 11, { criterion: 'team' }), mark(3, 8, { entry: 'oil' })]
  const answer = { saved: ['m1', 'm3'], rejected: [{ id: 'm2', message: 'Marks go from 0 to 10.' }] }
  const sheet = settle(add(openSheet(server), told), told, answer, null)
  expect(sheet.queue).toEqual([])
  expect(sheet.refused).toEqual([{ sentence: 'Marks go from 0 to 10.', entry: 'ulduz', criterion: 'team' }])
})

test('a request refused as a whole is told for what it was about', () => {
  const sheet = settle(add(openSheet(server), [submit]), [submit], { title: 'Mark the team first.' }, server)
  expect(sheet.refused).toEqual([{ sentence: 'Mark the team first.', entry: 'ulduz' }])
})

const page = { ...server, madeAt: 1000 }
const keptAt = (heardAt: number) => {
  const { queue: _, ...sheet } = settle(add(openSheet(server), [mark(1, 8)]), [mark(1, 8)], {}, null)
  return { heardAt, sheet }
}

test('opened without a network, the sheet is as the device kept it; made anew, as the server has it', () => {
  expect(reopenSheet(page, keptAt(1000), []).cells[CELL]).toEqual({ id: 'm1', value: 8 })
  expect(reopenSheet(page, keptAt(1500), []).cells[CELL]).toEqual({ id: 'm1', value: 8 })
  expect(reopenSheet(page, keptAt(900), []).cells[CELL]).toEqual({ id: 's1', value: 6 })
  expect(reopenSheet(page, null, [mark(2, 5)])).toMatchObject({
    cells: { [CELL]: { id: 'm2', value: 5 } },
    queue: [mark(2, 5)],
  })
})

test('two devices’ question is asked again after a reload, until the other’s mark no longer holds', () => {
  const mine = mark(1, 9)
  const theirs = mark(5, 6, { id: 's1', device: 'tablet' })
  const { queue: _, ...sheet } = settle(
    add(openSheet(server), [mine]),
    [mine],
    { conflicts: [{ mine, theirs }] },
    null,
  )
  expect(reopenSheet(page, { heardAt: 900, sheet }, []).contests).toEqual([{ mine, theirs }])
  const moved = { ...page, marks: [{ id: 's2', entry: 'ulduz', criterion: 'economy', value: 3 }] }
  expect(reopenSheet(moved, { heardAt: 900, sheet }, []).contests).toEqual([])
})

test('what waits is counted by kind, and the pauses between tries grow to half a minute', () => {
  expect(countWaiting([mark(1, 1), submit, mark(2, 1)])).toEqual({ marks: 2, others: 1 })
  expect([1, 2, 3, 4, 5, 99].map(waitAfter)).toEqual([3000, 6000, 12_000, 24_000, 30_000, 30_000])
})

test('a batch is never larger than one request may be', () => {
  const many = Array.from({ length: 1200 }, (_, seq) => mark(seq, 1))
  expect(nextJobs({ queue: many })).toHaveLength(500)
  expect(nextJobs({ queue: many }, 1)).toEqual([mark(0, 1)])
})

test('told in batches, every job leaves the queue exactly once and none is lost', () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 10 })), { maxLength: 150 })
  fc.assert(
    fc.property(values, (given) => {
      let sheet = add(
        openSheet(server),
        given.map((value, seq) => (seq % 7 === 6 ? { ...submit, id: `b${seq}`, seq } : mark(seq, value))),
      )
      const told: string[] = []
      while (sheet.queue.length > 0) {
        const jobs = nextJobs(sheet)
        told.push(...jobs.map(({ id }) => id))
        sheet = settle(sheet, jobs, { saved: jobs.map(({ id }) => id) }, null)
      }
      expect(told).toHaveLength(given.length)
      expect(new Set(told).size).toBe(told.length)
    }),
  )
})
