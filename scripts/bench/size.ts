import { startPostgres } from '../postgres.mjs'
import { ratioOf, savesOn } from './saves'
import { serveExample } from './server'

const MOST_RATIO = 1.2
const ENTRIES = 3_000

/** What a save costs in a final of three thousand entries, to what it costs in one of twenty-four. */
export async function benchSize(): Promise<{ name: string; value: string }[]> {
  const [small, large] = [await startPostgres(), await startPostgres()]
  const enlarged = ['--entries', String(ENTRIES)]
  try {
    return [
      await ratioIn('PostgreSQL', [
        () => serveExample('small', 4306, { databaseUrl: small.url }),
        () => serveExample('large', 4307, { databaseUrl: large.url, enlarged }),
      ]),
      await ratioIn('embedded', [
        () => serveExample('small', 4308),
        () => serveExample('large', 4309, { enlarged }),
      ]),
    ]
  } finally {
    small.stop()
    large.stop()
  }
}

async function ratioIn(database: string, serve: readonly (() => ReturnType<typeof serveExample>)[]) {
  const servers = await Promise.all(serve.map((start) => start()))
  try {
    const [few, many] = await savesOn(servers)
    const ratio = few && many ? ratioOf(many, few) : Number.NaN
    return {
      name: `a save with ${ENTRIES} entries to one with 24, ${database}`,
      value: `${ratio.toFixed(2)} (at most ${MOST_RATIO})`,
    }
  } finally {
    for (const server of servers) await server.remove()
  }
}
