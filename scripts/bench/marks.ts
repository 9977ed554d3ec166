import { randomUUID } from 'node:crypto'
import type { Server } from './server'

interface Sheet {
  entries: { id: string }[]
  criteria: { id: string; kind: string }[]
  marks: { id: string; entry: string; criterion: string }[]
  ballots: { entry: string; status: string }[]
}

/** A signed-in juror of the example, saving marks one by one as the sheet does. */
class BenchJuror {
  private seq = 0
  private constructor(
    private readonly address: string,
    private readonly cookie: string,
    private readonly cells: readonly { entry: string; criterion: string }[],
    /** The mark each cell shows, by entry and criterion. */
    private readonly last: Map<string, string>,
  ) {}

  static async enter({ address }: Server, account: string): Promise<BenchJuror> {
    const csrf = await fetch(`${address}/api/auth/csrf`)
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const answer = await fetch(`${address}/api/auth/callback/demo`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookiesOf(csrf) },
      body: new URLSearchParams({ csrfToken, email: `${account}@example.org` }),
    })
    const cookie = `${cookiesOf(csrf)}; ${cookiesOf(answer)}`
    const sheet = (await (await fetch(marksOf(address), { headers: { cookie } })).json()) as Sheet
    const open = sheet.ballots.filter(({ status }) => status === 'draft')
    const weighted = sheet.criteria.filter(({ kind }) => kind === 'weighted')
    const cells = open.flatMap(({ entry }) => weighted.map(({ id }) => ({ entry, criterion: id })))
    const last = new Map(sheet.marks.map(({ id, entry, criterion }) => [`${entry}${criterion}`, id]))
    return new BenchJuror(address, cookie, cells, last)
  }

  /** Saves one mark and says how long the answer took, in milliseconds. */
  async save(): Promise<number> {
    const cell = this.cells[this.seq % this.cells.length]
    if (!cell) throw new Error('This juror has no open ballot')
    const key = `${cell.entry}${cell.criterion}`
    const id = randomUUID()
    const value = (this.seq % 20) / 2
    const mark = { ...cell, id, value, device: 'bench', seq: ++this.seq, at: new Date().toISOString() }
    const body = JSON.stringify({ marks: [{ ...mark, replaces: this.last.get(key) ?? null }] })
    const began = performance.now()
    const answer = await fetch(marksOf(this.address), {
      method: 'POST',
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      body,
    })
    const { saved } = (await answer.json()) as { saved?: string[] }
    if (saved?.[0] !== id) throw new Error(`A mark was not saved: ${answer.status}`)
    this.last.set(key, id)
    return performance.now() - began
  }
}

/** Jurors who save in turn, as in a hall. */
export class BenchJury {
  private turn = 0
  private constructor(private readonly jurors: readonly BenchJuror[]) {}

  static async enter(server: Server, accounts: readonly string[]): Promise<BenchJury> {
    return new BenchJury(await Promise.all(accounts.map((account) => BenchJuror.enter(server, account))))
  }

  /** The next juror saves one mark: milliseconds until the answer. */
  async save(): Promise<number> {
    const juror = this.jurors[this.turn++ % this.jurors.length]
    if (!juror) throw new Error('There is no jury')
    return juror.save()
  }
}

const marksOf = (address: string) => `${address}/api/v1/jury/actinspace-2018/azerbaijan/marks`

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
