import { count } from '../fault/count'
import { startPostgres } from '../postgres.mjs'
import { BenchJuror } from './marks'
import { sorted } from './measure'
import { type Server, serveExample } from './server'

interface Hall {
  readonly jurors: number
  /** Milliseconds between two saves of one juror. */
  readonly every: number
  readonly seconds: number
  readonly most: { readonly p95: number; readonly p99?: number }
}

const HALLS: readonly Hall[] = [
  { jurors: 30, every: 500, seconds: 60, most: { p95: 300, p99: 1_000 } },
  { jurors: 200, every: 2_000, seconds: 60, most: { p95: 800 } },
]
const MOST_JURORS = Math.max(...HALLS.map(({ jurors }) => jurors))

/**
 * A whole jury saving at its own pace. Each save has its moment, and its wait counts from that moment, so that a server
 * that falls behind is not asked less and does not look quicker for it.
 */
export async function benchLoad(): Promise<{ name: string; value: string }[]> {
  const postgres = await startPostgres({ durable: true })
  try {
    return [...(await loadOf('PostgreSQL', 4304, postgres.url)), ...(await loadOf('embedded', 4305, ''))]
  } finally {
    postgres.stop()
  }
}

async function loadOf(database: string, port: number, databaseUrl: string) {
  const enlarged = ['--jurors', String(MOST_JURORS)]
  const server = await serveExample(`load-${port}`, port, { databaseUrl, enlarged })
  const acknowledged = new Set<string>()
  const said: { name: string; value: string }[] = []
  try {
    const jurors = await enterAll(server)
    for (const hall of HALLS) {
      const { waits, errors } = await fill(hall, jurors, acknowledged)
      const { jurors: present, every, most } = hall
      said.push({
        name: `${present} jurors × a save every ${every / 1000} s, ${database}`,
        value:
          `${waits.length - errors.length} saved, ${errors.length} errors; p95 ${at(waits, 0.95)} ms (at most ${most.p95})` +
          `, p99 ${at(waits, 0.99)} ms${most.p99 ? ` (at most ${most.p99})` : ''}${errors.length > 0 ? `: ${errors.slice(0, 3).join('; ')}` : ''}`,
      })
    }
    await server.stop()
    const { lost, doubled } = await count(acknowledged, server.env)
    said.push({
      name: `of these marks, ${database}`,
      value: `${acknowledged.size} acknowledged, ${lost} lost, ${doubled} doubled`,
    })
  } finally {
    await server.remove()
  }
  return said
}

/** Signed in a few at a time: that is not what is measured. */
async function enterAll(server: Server): Promise<BenchJuror[]> {
  const jurors: BenchJuror[] = []
  for (let first = 1; first <= MOST_JURORS; first += 10) {
    const some = Array.from({ length: Math.min(10, MOST_JURORS - first + 1) }, (_, index) =>
      BenchJuror.enter(server, `bench${first + index}`),
    )
    jurors.push(...(await Promise.all(some)))
  }
  return jurors
}

async function fill(
  { jurors: present, every, seconds }: Hall,
  jury: readonly BenchJuror[],
  acknowledged: Set<string>,
) {
  const waits: number[] = []
  const errors: string[] = []
  const began = performance.now()
  const scoring = jury.slice(0, present).map(async (juror, seat) => {
    for (let moment = (seat * every) / present; moment < seconds * 1000; moment += every) {
      await until(began + moment)
      const mark = juror.next()
      const answer = await juror.send(mark).catch((error: Error) => ({ saved: false, status: error.message }))
      waits.push(performance.now() - began - moment)
      if (answer.saved) acknowledged.add(mark.id)
      else errors.push(String(answer.status))
    }
  })
  await Promise.all(scoring)
  return { waits: sorted(waits), errors }
}

const until = (moment: number) =>
  new Promise((resume) => setTimeout(resume, Math.max(0, moment - performance.now())))

const at = (waits: readonly number[], share: number) =>
  Math.round(waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Number.NaN)
