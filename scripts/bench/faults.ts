import { embeddedDiskTrial, postgresDiskTrial } from '../fault/disk-trials'
import { type Blows, Example, embeddedTrial, postgresTrial } from '../fault/trials'
import { verdict } from '../fault/verdict'

const LONG: Blows = { kills: 20, terms: 3, marks: 100, every: 5_000 }
const MOST_MS_TO_RESTART = 5_000

/** Twenty kills five seconds apart on the embedded database, PostgreSQL stopped at once, and a full disk under each: the counts. */
export async function benchFaults(): Promise<{ name: string; value: string }[]> {
  const example = await Example.play()
  try {
    const trials = [
      await embeddedTrial(example, 4321, LONG),
      await postgresTrial(example, 4322, { ...LONG, kills: 3, crashes: 5 }),
      await embeddedDiskTrial(example, 4323),
      await postgresDiskTrial(example, 4324),
    ]
    return trials
      .map((trial) => verdict(trial, MOST_MS_TO_RESTART))
      .map(({ name, line, wrong }) => ({
        name: `faults, ${name}`,
        value: wrong.length === 0 ? line : `${line}; WRONG: ${wrong.join(', ')}`,
      }))
  } finally {
    example.remove()
  }
}
