import { type CompanionInput, companionOf } from '@/domain/ranking/companion/companion'
import { normalsOf, randomOf } from '@/domain/ranking/companion/random'
import { measure, sorted } from './measure'

const SIZES = [
  { name: 'companion 24 entries × 12 jurors', entries: 24, jurors: 12, perEntry: 12, limit: 300, runs: 15 },
  {
    name: 'companion 500 entries × 60 jurors, 5 ballots an entry',
    entries: 500,
    jurors: 60,
    perEntry: 5,
    limit: 5000,
    runs: 5,
  },
] as const

/** From totals to chances, 20,000 draws and each juror left out once included: the median of the clock, and the least processor time. */
export function benchCompanion(): { name: string; value: string }[] {
  return SIZES.map(({ name, limit, runs, ...size }) => {
    const final = invented(size)
    companionOf(final)
    const times = Array.from({ length: runs }, () => measure(() => companionOf(final)))
    const clock = sorted(times.map((time) => time.clock))[Math.floor(runs / 2)] ?? Number.NaN
    const [processor = Number.NaN] = sorted(times.map((time) => time.processor))
    return {
      name,
      value: `${clock.toFixed(0)} ms, processor ${processor.toFixed(0)} ms (at most ${limit} ms)`,
    }
  })
}

/** Entries, jurors and noise as far apart as in a real final; neighbours in the round of jurors see an entry. */
function invented(size: { entries: number; jurors: number; perEntry: number }): CompanionInput {
  const random = randomOf('bench')
  const normal = normalsOf(random)
  const severities = Array.from({ length: size.jurors }, () => 4 * normal())
  const scores = Array.from({ length: size.entries }, (_, entry) => {
    const quality = 65 + 9 * normal()
    const first = Math.floor(random() * size.jurors)
    return Array.from({ length: size.perEntry }, (_, k) => {
      const juror = (first + k) % size.jurors
      return {
        juror: `juror-${juror}`,
        entry: `entry-${entry}`,
        value: quality + (severities[juror] ?? 0) + 6 * normal(),
      }
    })
  }).flat()
  return { scores, leaders: [], top: 1, seed: 'bench' }
}
