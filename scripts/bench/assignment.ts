import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { assign } from '@/domain/judging/assignment/assign'
import type { AssignmentInput } from '@/domain/judging/assignment/input'

const ENTRIES = 3_000
const JURORS = 300
const MOST_SECONDS = 0.75
const MOST_MEGABYTES = 200

/** Each entry in conflict with a juror of its own institution, of which there are as many as jurors. */
function input(): AssignmentInput {
  return {
    jurors: Array.from({ length: JURORS }, (_, place) => ({ id: `juror ${place}` })),
    entries: Array.from({ length: ENTRIES }, (_, place) => ({ id: `entry ${place}` })),
    conflicts: Array.from({ length: ENTRIES }, (_, place) => ({
      juror: `juror ${(place * 7919) % JURORS}`,
      entry: `entry ${place}`,
    })),
    perEntry: 3,
    seed: 'bench',
  }
}

/** Assigns once in a process of its own, unwarmed, as the command does; its peak memory is the whole process's. */
export function benchAssignment(): { name: string; value: string }[] {
  const run = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url)], {
    encoding: 'utf8',
  })
  const { clock, processor, megabytes } = JSON.parse(run.stdout)
  const name = 'assigning 3,000 entries × 300 jurors × 3 ballots'
  const time = `${clock.toFixed(2)} s, processor ${processor.toFixed(2)} s (at most ${MOST_SECONDS} s)`
  return [
    { name, value: time },
    { name: `${name}, peak memory`, value: `${megabytes} MB (at most ${MOST_MEGABYTES} MB)` },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const jury = input()
  const before = process.cpuUsage()
  const start = performance.now()
  const { assignments } = assign(jury)
  const clock = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  if (assignments.length !== ENTRIES * jury.perEntry) throw new Error('ballots are missing')
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ clock, processor: (user + system) / 1e6, megabytes }))
}
