import { expect, test } from 'vitest'
import { companionOf } from '@/domain/ranking/companion/companion'
import { companionInput } from '@/domain/ranking/companion/companion-input'
import { UNAVAILABLE } from '@/domain/ranking/companion/unavailable'
import { countedScores } from '@/domain/ranking/counted-scores'
import { type RankingInput, rank } from '@/domain/ranking/rank'
import { RUBRIC } from '@/domain/ranking/testing'
import { refuse } from '@/domain/refusal'
import { sentenceOf } from '../refusals'
import { companionFor } from './companion'
import { sha256 } from './digest'

/** A final whose marks follow no pattern; the last juror's ballots are in conflict and do not count. */
function finalOf(entries: number, jurors: number): RankingInput {
  const ids = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind}${100 + at}`)
  const cells = ids('E', entries).flatMap((entry) => ids('J', jurors).map((juror) => ({ juror, entry })))
  return {
    entries: ids('E', entries).map((id) => ({ id })),
    jurors: ids('J', jurors).map((id, order) => ({ id, order, voting: true, president: order === 0 })),
    criteria: RUBRIC,
    ballots: cells.map((cell, at) => ({
      ...cell,
      status: 'submitted',
      marks: { gate: 1, a: ((at * 37) % 19) / 2, b: ((at * 11) % 17) / 2, c: ((at * 7) % 13) / 2 },
    })),
    decisions: [],
    conflicts: cells.filter(({ juror }) => juror === `J${100 + jurors - 1}`),
    assignments: cells,
    slots: 2,
    minBallots: 3,
  }
}

test('the thread answers what the rules answer, of the ballots that count, once for the same ballots', async () => {
  const input = finalOf(8, 5)
  const ranking = rank(input)
  const first = companionFor({ input, ranking })
  expect(companionFor({ input: { ...input, ballots: input.ballots.toReversed() }, ranking })).toBe(first)
  const found = await first
  expect(found).toEqual(companionOf(companionInput(countedScores(input), ranking.ranking, 2, sha256)))
  expect(found.components.map(({ leader, jurors }) => [leader, jurors.length])).toEqual([
    [ranking.ranking[0]?.entry, 4],
  ])
})

test('other requests go on while it computes', async () => {
  const input = finalOf(120, 12)
  const ranking = rank(input)
  let last = performance.now()
  let longest = 0
  let turns = 0
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
    turns += 1
  }, 5)
  const start = performance.now()
  await companionFor({ input, ranking })
  const whole = performance.now() - start
  clearInterval(timer)
  // The event loop turned all the while: no wait took a fair part of the computation.
  expect({ turns: turns > 10, longest }).toEqual({
    turns: true,
    longest: expect.toSatisfy((wait) => wait < whole / 2, `${longest} of ${whole} ms`),
  })
})

test('each reason for saying nothing has its words', () => {
  for (const reason of UNAVAILABLE)
    expect(sentenceOf(refuse(`companion-${reason}`))).toMatch(/^How sure the ranking is .+\.$/)
})
