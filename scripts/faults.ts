/**
 * `npm run check:faults`: the production server under load on both databases, killed and started again; then what was
 * acknowledged is counted. The long form is part of `npm run bench`.
 */
import { buildIfStale } from './build.mjs'
import { Example, embeddedTrial, postgresTrial } from './fault/trials'
import { verdict } from './fault/verdict'

const SHORT = { kills: 1, terms: 1, marks: 60, every: 0 }

const [example] = await Promise.all([Example.play(), buildIfStale()])
try {
  const trials = [
    () => embeddedTrial(example, 4311, SHORT),
    () => postgresTrial(example, 4312, { ...SHORT, terms: 0, crashes: 1 }),
  ]
  for (const trial of trials) {
    const { name, line, wrong } = verdict(await trial())
    const faults = wrong.map((fault) => `\n  ${fault}`).join('')
    // Said trial by trial, so that one that hangs is the one not named.
    console.log(`${wrong.length === 0 ? '✓' : '✗'} ${name}: ${line}${faults}`)
    if (wrong.length > 0) process.exitCode = 1
  }
} finally {
  example.remove()
}
