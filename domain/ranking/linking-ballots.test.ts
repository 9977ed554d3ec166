import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weakLinks } from './bridges'
import type { Cell } from './cells'
import { designOf } from './design'
import { linkingBallots } from './linking-ballots'
import { tallyScores } from './tally'
import { cell } from './testing'

const room = (jurors: string, entries: string): Cell[] =>
  jurors.split(' ').flatMap((juror) => entries.split(' ').map((entry) => ({ juror, entry })))
const links = (cells: readonly Cell[], mayScore: (cell: Cell) => boolean = () => true) =>
  linkingBallots(tallyScores(cells.map((one) => ({ ...one, value: 5 }))), mayScore).map(
    ({ juror, entry }) => `${juror} ${entry}`,
  )

test.each<[string, Cell[], string[]]>([
  ['one room needs none', room('J1 J2', 'A B C'), []],
  [
    'three jurors, three entries, the least loaded first',
    [...room('J1 J2 J3', 'A B C D'), ...room('J4 J5 J6', 'E F G')],
    // Jurors of the smaller room have three ballots each, those of the larger four.
    ['J4 A', 'J5 B', 'J6 C'],
  ],
  [
    'jurors and entries come again when there are no others',
    [...room('J1', 'A B C'), ...room('J2', 'D')],
    ['J2 A', 'J1 D', 'J2 B'],
  ],
  [
    'every room is tied to the largest',
    [...room('J1', 'A B'), ...room('J2', 'C'), ...room('J3', 'D')],
    ['J2 A', 'J1 C', 'J2 B', 'J3 A', 'J1 D', 'J3 B'],
  ],
])('%s', (_, cells, expected) => {
  expect(links(cells)).toEqual(expected)
})

test('asks for nothing across a conflict, and says less rather than that', () => {
  const cells = [...room('J1', 'A B'), ...room('J2', 'C')]
  expect(links(cells, ({ juror }) => juror !== 'J2')).toEqual(['J1 C'])
  expect(links(cells, () => false)).toEqual([])
})

test('a juror and an entry may have the same name', () => {
  expect(links([cell('A A'), cell('B B')])).toEqual(['A B', 'B A'])
})

test('the links leave one component that hangs on no single ballot', () => {
  const complete = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 5 }))
    .map(([jurors, entries]) => ({ jurors, entries }))
  fc.assert(
    fc.property(fc.array(complete, { minLength: 2, maxLength: 5 }), (rooms) => {
      const cells = rooms.flatMap(({ jurors, entries }, k) =>
        Array.from({ length: jurors * entries }, (_, n) => ({
          juror: `J${k}.${n % jurors}`,
          entry: `T${k}.${Math.floor(n / jurors)}`,
        })),
      )
      const added = links(cells).map(cell)
      const design = designOf([...cells, ...added])
      expect(added.length).toBe(3 * (rooms.length - 1))
      expect(design.components.count).toBe(1)
      expect(weakLinks(design)).toEqual([])
    }),
  )
})
