/**
 * `npm run bench`: the figures of the design, measured here and now. Costs are CPU time per request of the whole server
 * process; the two databases take turns, so that whatever else the machine does meets both.
 */

import { benchAssignment } from './bench/assignment'
import { benchCompanion } from './bench/companion'
import { benchFaults } from './bench/faults'
import { BenchJury } from './bench/marks'
import { benchRanking } from './bench/ranking'
import { scriptsOver } from './bench/scripts-of'
import { type Server, serveExample } from './bench/server'
import { buildIfStale } from './build.mjs'
import { startPostgres } from './postgres.mjs'

const ROUNDS = 10
const SAVES = 100
/** A final of this size has seen as many saves before its first team is scored by all. */
const WARM = 1_500
const JURY = ['juror1', 'juror2', 'juror3', 'juror4', 'juror5', 'juror6', 'president']
const MOST_CPU: Record<string, number> = { PostgreSQL: 3, embedded: 5 }
const BAKU = '/actinspace-2018/azerbaijan'

/** Said as soon as it is known: the faults take minutes. */
const say = (...rows: readonly { name: string; value: string }[]) => {
  for (const { name, value } of rows) console.log(`${name.padEnd(60)}  ${value}`)
}

say(...(await benchRanking()))
say(...benchAssignment())
say(...benchCompanion())
await buildIfStale()
const postgres = await startPostgres()
const servers: [name: string, server: Server][] = [
  ['PostgreSQL', await serveExample('postgres', 4301, { databaseUrl: postgres.url })],
  ['embedded', await serveExample('embedded', 4302)],
]
try {
  const juries = await Promise.all(servers.map(([, server]) => BenchJury.enter(server, JURY)))
  const costs = servers.map(() => [] as number[])
  const waits = servers.map(() => [] as number[])
  for (const jury of juries) for (let warm = 0; warm < WARM; warm++) await jury.save()
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, [, server]] of servers.entries()) {
      const before = server.cpu()
      for (let save = 0; save < SAVES; save++) waits[index]?.push((await juries[index]?.save()) ?? Number.NaN)
      costs[index]?.push((server.cpu() - before) / SAVES)
    }
  }
  for (const [index, [name, server]] of servers.entries()) {
    say({ name: `start to first answer, ${name}`, value: `${Math.round(server.startedIn)} ms` })
    say({
      name: `CPU of saving a mark, ${name}`,
      value: `${median(costs[index] ?? []).toFixed(2)} ms (at most ${MOST_CPU[name]} ms)`,
    })
    say({
      name: `answer to a saved mark, ${name}, median`,
      value: `${median(waits[index] ?? []).toFixed(1)} ms`,
    })
    say({ name: `resident memory, ${name}`, value: `${server.resident()} MB` })
  }
  const ratios = (costs[0] ?? []).map((cost, index) => (costs[1]?.[index] ?? Number.NaN) / cost)
  say({
    name: 'CPU of a save, embedded to PostgreSQL, median of ratios',
    value: median(ratios).toFixed(2),
  })
  const published = await serveExample('published', 4303, { stage: 'published' })
  servers.push(['published', published])
  for (const [name, path] of [
    ['results', `${BAKU}/results`],
    ['event', BAKU],
    ['home', '/'],
    ['juror’s sheet (signed out)', `/jury${BAKU}`],
  ] as const) {
    say({
      name: `JavaScript over the framework, ${name}`,
      value: `${await scriptsOver(published.address, path)} kB gzip`,
    })
  }
} finally {
  for (const [, server] of servers) await server.stop()
  postgres.stop()
}
say(...(await benchFaults()))

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
