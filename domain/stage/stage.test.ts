import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STAGE_MOVES, type StageMove } from './moves'
import { EMPTY, isPossible, type Moved, nextOn, spentAt, stageAfter } from './stage'

const minute = (minutes: number) => new Date(Date.UTC(2018, 4, 26, 12, 0) + minutes * 60_000)
const LIMIT = 8 * 60_000
const did = (move: StageMove, minutes: number, entry: string | null = null): Moved => ({
  move,
  entry,
  at: minute(minutes),
})

describe('the stage', () => {
  test('counts a pitch without its pauses, and records what it ran over', () => {
    const moves = [did('call', 0, 'a'), did('start', 1), did('pause', 6), did('resume', 10), did('end', 15)]
    expect(stageAfter(moves.slice(0, 3), LIMIT)).toEqual({
      ...EMPTY,
      entry: 'a',
      state: 'paused',
      spent: 5 * 60_000,
    })
    expect(spentAt(stageAfter(moves.slice(0, 4), LIMIT), minute(12))).toBe(7 * 60_000)
    expect(stageAfter(moves, LIMIT)).toEqual({
      ...EMPTY,
      pitched: [{ entry: 'a', spent: 10 * 60_000, overrun: 2 * 60_000 }],
    })
  })

  test('lets a team that is not there be skipped and come back', () => {
    const order = ['a', 'b', 'c']
    const stage = (...moves: Moved[]) => stageAfter(moves, LIMIT)
    const skipped = [did('call', 0, 'a'), did('skip', 1, 'a')]
    expect(nextOn(stage(), order)).toBe('a')
    expect(nextOn(stage(...skipped), order)).toBe('b')
    const rest = ['b', 'c'].flatMap((entry) => [did('call', 2, entry), did('start', 2), did('end', 9)])
    expect(nextOn(stage(...skipped, ...rest), order)).toBe('a')
    const back = [did('call', 20, 'a'), did('start', 20), did('end', 28)]
    expect(stage(...skipped, ...rest, ...back)).toMatchObject({ skipped: [] })
    expect(nextOn(stage(...skipped, ...rest, ...back), order)).toBeNull()
  })

  test('never has two on it, however it is conducted', () => {
    const moves = fc.array(
      fc.record({ move: fc.constantFrom(...STAGE_MOVES), entry: fc.constantFrom('a', 'b', 'c') }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(moves, (tried) => {
        const done: Moved[] = []
        for (const [index, { move, entry }] of tried.entries()) {
          const stage = stageAfter(done, LIMIT)
          if (isPossible(stage, move))
            done.push(did(move, index, move === 'call' || move === 'skip' ? entry : null))
          const { state, entry: on, since, spent, skipped } = stageAfter(done, LIMIT)
          expect((on === null) === (state === 'empty')).toBe(true)
          expect((since === null) === (state !== 'running')).toBe(true)
          expect(spent).toBeGreaterThanOrEqual(0)
          expect(new Set(skipped).size).toBe(skipped.length)
        }
      }),
    )
  })
})
