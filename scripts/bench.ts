/**
 * `npm run bench [-- PART…]`: the figures of the design, measured here and now. Costs are CPU time per request of the
 * whole server process; what is compared takes turns, so that whatever else the machine does meets both.
 */
import { benchAssignment } from './bench/assignment'
import { benchCompanion } from './bench/companion'
import { benchFaults } from './bench/faults'
import { benchImport } from './bench/import'
import { benchInstallation } from './bench/installation'
import { benchLoad } from './bench/load'
import { benchRanking } from './bench/ranking'
import { benchSize } from './bench/size'
import { buildIfStale } from './build.mjs'

interface Figure {
  readonly name: string
  readonly value: string
}

/** Quickest first: each says its figures as soon as it has them. */
const PARTS: Record<string, () => Figure[] | Promise<Figure[]>> = {
  ranking: benchRanking,
  assignment: benchAssignment,
  companion: benchCompanion,
  installation: benchInstallation,
  size: benchSize,
  import: benchImport,
  load: benchLoad,
  faults: benchFaults,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((part) => !(part in PARTS))
if (unknown.length > 0) {
  console.error(`There is no part “${unknown.join(', ')}”. Choose of: ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}
await buildIfStale()
for (const [part, measure] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(part)) continue
  // What a command finds is what it prints.
  for (const { name, value } of await measure()) console.log(`${name.padEnd(60)}  ${value}`)
}
