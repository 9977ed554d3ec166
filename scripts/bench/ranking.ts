import type { Criterion } from '@/domain/judging/ballot-total'
import { type RankingInput, rank } from '@/domain/ranking/rank'
import { measure, sorted } from './measure'

const SCALE = { min: 0, max: 10, step: 0.5 }
const CRITERIA: readonly Criterion[] = [null, 40, 20, 20, 20].map((weight, position) => ({
  id: `criterion-${position}`,
  kind: weight === null ? 'gate' : 'weighted',
  position,
  weight,
  scale: SCALE,
}))

/** Park and Miller's generator: the same final on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 16807) % 2147483647
    return Math.floor((state / 2147483647) * below)
  }
}

/** A final with `perEntry` ballots of different jurors for each entry, marks drawn at random. */
function invented(entries: number, jurors: number, perEntry: number): RankingInput {
  const draw = numbers(2018)
  const id = (kind: string, number: number) => `${kind}-${String(number).padStart(6, '0')}`
  const cells = Array.from({ length: entries }, (_, entry) => {
    const first = draw(jurors)
    const stride = 1 + (perEntry < jurors ? draw(Math.floor((jurors - 1) / perEntry)) : 0)
    return Array.from({ length: perEntry }, (_, k) => ({
      juror: id('juror', (first + k * stride) % jurors),
      entry: id('entry', entry),
    }))
  }).flat()
  return {
    entries: Array.from({ length: entries }, (_, entry) => ({ id: id('entry', entry) })),
    jurors: Array.from({ length: jurors }, (_, order) => ({
      id: id('juror', order),
      order,
      voting: true,
      president: order === 0,
    })),
    criteria: CRITERIA,
    ballots: cells.map(({ juror, entry }) => ({
      juror,
      entry,
      status: 'submitted',
      marks: Object.fromEntries(
        CRITERIA.map((criterion) => [criterion.id, criterion.kind === 'gate' ? 1 : draw(21) / 2]),
      ),
    })),
    decisions: [],
    conflicts: [],
    assignments: cells,
    slots: 1,
    minBallots: Math.min(3, jurors),
  }
}

const SIZES = [
  { name: 'ranking 24 entries × 7 jurors', input: () => invented(24, 7, 7), limit: 2, runs: 201 },
  {
    name: 'ranking 20,000 entries × 3 ballots, 300 jurors',
    input: () => invented(20_000, 300, 3),
    limit: 100,
    runs: 25,
  },
] as const

/**
 * From ballots to ranking with every gate but the pairwise check: the median of the clock over warm runs, and the least
 * processor time, which shows the cost of the work when the machine has other work to do.
 */
export async function benchRanking(): Promise<{ name: string; value: string }[]> {
  return SIZES.map(({ name, input, limit, runs }) => {
    const final = input()
    rank(final)
    const times = Array.from({ length: runs }, () => measure(() => rank(final)))
    const clock = sorted(times.map((time) => time.clock))[Math.floor(runs / 2)] ?? Number.NaN
    const [processor = Number.NaN] = sorted(times.map((time) => time.processor))
    const value = `${clock.toFixed(2)} ms, processor ${processor.toFixed(2)} ms (at most ${limit} ms)`
    return { name, value }
  })
}
