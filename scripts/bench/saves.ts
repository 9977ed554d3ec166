import { BenchJury } from './marks'
import { sorted } from './measure'
import type { Server } from './server'

const ROUNDS = 10
const SAVES = 100
/** A final of this size has seen as many saves before its first team is scored by all. */
const WARM = 1_500
const JURY = ['juror1', 'juror2', 'juror3', 'juror4', 'juror5', 'juror6', 'president']

export interface Saves {
  /** Milliseconds of CPU a save cost, by round. */
  readonly costs: readonly number[]
  /** Milliseconds until the answer, by save. */
  readonly waits: readonly number[]
}

/** Saves marks on several servers in turn, so that whatever else the machine does meets them all. */
export async function savesOn(servers: readonly Server[]): Promise<Saves[]> {
  const benches = await Promise.all(
    servers.map(async (server) => ({
      server,
      jury: await BenchJury.enter(server, JURY),
      costs: [] as number[],
      waits: [] as number[],
    })),
  )
  for (const { jury } of benches) for (let warm = 0; warm < WARM; warm++) await jury.save()
  for (let round = 0; round < ROUNDS; round++) {
    for (const { server, jury, costs, waits } of benches) {
      const before = server.cpu()
      for (let save = 0; save < SAVES; save++) waits.push(await jury.save())
      costs.push((server.cpu() - before) / SAVES)
    }
  }
  return benches
}

/** What `dear` costs to what `cheap` does: the median of the rounds' ratios. */
export const ratioOf = (dear: Saves, cheap: Saves) =>
  median(dear.costs.map((cost, round) => cost / (cheap.costs[round] ?? Number.NaN)))

export const median = (values: readonly number[]): number =>
  sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN
