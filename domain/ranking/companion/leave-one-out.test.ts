import { expect, test } from 'vitest'
import { cell } from '../testing'
import { companionOf } from './companion'
import { leaveOneOut } from './leave-one-out'

/** 'J1 A 8' → a ballot's total. */
const score = (text: string) => ({ ...cell(text), value: Number(text.split(' ')[2]) })
const J1_ALONE_FOR_A = [
  ...['J1 A 9', 'J1 B 2', 'J1 C 1'],
  ...['J2 A 5', 'J2 B 6', 'J2 C 1'],
  ...['J3 A 5', 'J3 B 6', 'J3 C 2'],
].map(score)

test('the juror who alone makes the winner is named, with who would win', () => {
  expect(leaveOneOut(J1_ALONE_FOR_A, 'A')).toEqual([
    { juror: 'J1', stays: false, first: ['B'] },
    { juror: 'J2', stays: true, first: ['A'] },
    { juror: 'J3', stays: true, first: ['A'] },
  ])
})

test('without a juror who links the rooms, or alone saw an entry, nothing is said', () => {
  const linked = ['J1 A 9', 'J1 B 7', 'J2 B 7', 'J2 C 5', 'J3 C 4', 'J3 D 2', 'J3 B 8', 'J1 C 3'].map(score)
  expect(leaveOneOut(linked, 'A')).toEqual([
    { juror: 'J1', stays: null, first: [] },
    { juror: 'J2', stays: true, first: ['A'] },
    { juror: 'J3', stays: null, first: [] },
  ])
})

test('a winner who shares the first place without a juror stays first; a single juror is not left out', () => {
  const even = ['J1 A 9', 'J1 B 5', 'J2 A 6', 'J2 B 6'].map(score)
  expect(leaveOneOut(even, 'A')).toEqual([
    { juror: 'J1', stays: true, first: ['A', 'B'] },
    { juror: 'J2', stays: true, first: ['A'] },
  ])
  expect(leaveOneOut(even.slice(0, 2), 'A')).toEqual([])
})

test('deliberation is asked for with its reasons, between those too close to call', () => {
  const [component] = companionOf({
    scores: J1_ALONE_FOR_A,
    leaders: ['A'],
    top: 1,
    seed: 'a seed',
  }).components
  expect(component).toMatchObject({
    leader: 'A',
    tooClose: ['A', 'B'],
    deliberate: [{ code: 'juror-decides', jurors: ['J1'], first: ['B'] }],
  })
})

test('an official leader whom the companion does not put first asks for it as well', () => {
  const [component] = companionOf({
    scores: J1_ALONE_FOR_A,
    leaders: ['C'],
    top: 1,
    seed: 'a seed',
  }).components
  expect(component?.deliberate).toEqual([
    { code: 'unsure', entry: 'C', pFirst: expect.closeTo(0, 1) },
    { code: 'other-leader', entry: 'A', leader: 'C' },
    { code: 'juror-decides', jurors: ['J1'], first: ['B'] },
    { code: 'juror-decides', jurors: ['J2', 'J3'], first: ['A'] },
  ])
})
