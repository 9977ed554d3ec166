import { uuidv7 } from 'uuidv7'
import type { Server } from './server'

interface Sheet {
  entries: { id: string }[]
  criteria: { id: string; kind: string }[]
  marks: { id: string; entry: string; criterion: string }[]
  ballots: { entry: string; status: string }[]
}

export interface BenchMark {
  readonly id: string
  readonly entry: string
  readonly criterion: string
  readonly value: number
  readonly device: string
  readonly seq: number
  readonly replaces: string | null
  readonly at: string
}

/** The sheet gives an answer up after as long, and sends again. */
const PATIENCE_MS = 10_000

/** A signed-in juror of the example, saving marks one by one as the sheet does. */
export class BenchJuror {
  private seq = 0
  private constructor(
    private readonly address: string,
    private readonly cookie: string,
    private readonly cells: readonly { entry: string; criterion: string }[],
    /** The mark each cell shows, by entry and criterion. */
    private readonly last: Map<string, string>,
  ) {}

  static async enter({ address }: Pick<Server, 'address'>, account: string): Promise<BenchJuror> {
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
    const mark = this.next()
    const began = performance.now()
    const { status, saved } = await this.send(mark)
    if (!saved) throw new Error(`A mark was not saved: ${status}`)
    return performance.now() - began
  }

  /** The mark the juror makes next, as the device keeps it until it is acknowledged. */
  next(): BenchMark {
    const cell = this.cells[this.seq % this.cells.length]
    if (!cell) throw new Error('This juror has no open ballot')
    const value = (this.seq % 20) / 2
    const replaces = this.last.get(`${cell.entry}${cell.criterion}`) ?? null
    const own = { id: uuidv7(), device: 'bench', seq: ++this.seq, at: new Date().toISOString() }
    return { ...cell, ...own, value, replaces }
  }

  /** Sends a mark, once. */
  async send(mark: BenchMark): Promise<{ status: number; saved: boolean }> {
    const answer = await fetch(marksOf(this.address), {
      method: 'POST',
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ marks: [mark] }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const { saved } = (await answer.json()) as { saved?: string[] }
    if (saved?.[0] === mark.id) this.last.set(`${mark.entry}${mark.criterion}`, mark.id)
    return { status: answer.status, saved: saved?.[0] === mark.id }
  }

  /** Reads the own sheet: the answer's status. */
  async read(): Promise<number> {
    return (await fetch(marksOf(this.address), { headers: { cookie: this.cookie } })).status
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
