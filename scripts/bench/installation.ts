import { startPostgres } from '../postgres.mjs'
import { median, ratioOf, savesOn } from './saves'
import { scriptsOver } from './scripts-of'
import { serveExample } from './server'

const MOST_CPU = { PostgreSQL: 2.4, embedded: 5 }
const BAKU = '/actinspace-2018/azerbaijan'
const PAGES = [
  ['results', `${BAKU}/results`],
  ['event', BAKU],
  ['home', '/'],
  ['juror’s sheet (signed out)', `/jury${BAKU}`],
] as const

/** What one installation costs on either database: starting, saving a mark, memory, and what its pages load. */
export async function benchInstallation(): Promise<{ name: string; value: string }[]> {
  const postgres = await startPostgres()
  const servers = [
    { name: 'PostgreSQL', server: await serveExample('postgres', 4301, { databaseUrl: postgres.url }) },
    { name: 'embedded', server: await serveExample('embedded', 4302) },
  ] as const
  const published = await serveExample('published', 4303, { stage: 'published' })
  try {
    const saves = await savesOn(servers.map(({ server }) => server))
    const [cheap, dear] = saves
    const ratio = cheap && dear ? ratioOf(dear, cheap) : Number.NaN
    return [
      ...servers.flatMap(({ name, server }, index) => [
        { name: `start to first answer, ${name}`, value: `${Math.round(server.startedIn)} ms` },
        {
          name: `CPU of saving a mark, ${name}`,
          value: `${median(saves[index]?.costs ?? []).toFixed(2)} ms (at most ${MOST_CPU[name]} ms)`,
        },
        {
          name: `answer to a saved mark, ${name}, median`,
          value: `${median(saves[index]?.waits ?? []).toFixed(1)} ms`,
        },
        { name: `resident memory, ${name}`, value: `${server.resident()} MB` },
      ]),
      { name: 'CPU of a save, embedded to PostgreSQL, median of ratios', value: ratio.toFixed(2) },
      ...(await Promise.all(
        PAGES.map(async ([name, path]) => ({
          name: `JavaScript over the framework, ${name}`,
          value: `${await scriptsOver(published.address, path)} kB gzip`,
        })),
      )),
    ]
  } finally {
    for (const { server } of servers) await server.remove()
    await published.remove()
    postgres.stop()
  }
}
