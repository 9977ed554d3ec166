import { startPostgres } from '../postgres.mjs'
import { listsOf } from './list'
import { sorted } from './measure'
import { type Server, serveExample } from './server'

const BAKU = '/actinspace-2018/azerbaijan'
const [FEW, MANY] = [10_000, 100_000]
const MOST = { postgres: 2, embedded: 12, p99: 200 }
/** Between an answer and the next request of who does something else meanwhile. */
const EVERY_MS = 50
const PAGE_MS = 1_000
const IDLE_MS = 5_000

/** Lists of 100,000 lines checked and imported, what memory that takes over 10,000, and how long others wait. */
export async function benchImport(): Promise<{ name: string; value: string }[]> {
  const postgres = await startPostgres()
  try {
    return [
      ...(await importOn('PostgreSQL', MOST.postgres, 4310, postgres.url)),
      ...(await importOn('embedded', MOST.embedded, 4311, '')),
    ]
  } finally {
    postgres.stop()
  }
}

async function importOn(database: string, most: number, port: number, databaseUrl: string) {
  const server = await serveExample(`import-${port}`, port, {
    ...{ databaseUrl, stage: 'registration', withLists: false },
  })
  try {
    const organizer = await Organizer.enter(server)
    const idle = await meanwhile(server, () => pause(IDLE_MS).then(() => {}))
    const few = await organizer.import(listsOf(FEW, 'few'))
    const many = await organizer.import(listsOf(MANY, 'many'))
    const said = (step: Meanwhile) =>
      `${seconds(step.clock)} s, processor ${seconds(step.processor)} s; meanwhile p99 of /api/health ` +
      `${at99(step.health)} ms, of a page ${at99(step.page)} ms (at most ${MOST.p99} ms)`
    return [
      { name: `nothing is imported, ${database}`, value: said(idle) },
      { name: `check of ${MANY} lines, ${database}`, value: said(many.check) },
      { name: `import of ${MANY} lines, ${database} (at most ${most} s)`, value: said(many.run) },
      {
        name: `resident memory over before, ${MANY} lines to ${FEW}, ${database}`,
        value: `${many.grown} MB to ${few.grown} MB`,
      },
      { name: `students then, ${database}`, value: many.told },
    ]
  } finally {
    await server.remove()
  }
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1)
const at99 = (waits: readonly number[]) =>
  Math.round(sorted(waits)[Math.floor(waits.length * 0.99)] ?? Number.NaN)

interface Meanwhile {
  readonly clock: number
  readonly processor: number
  readonly health: readonly number[]
  readonly page: readonly number[]
}

/** The organizer of the example, at the pages of the import without their scripts. */
class Organizer {
  private constructor(
    private readonly server: Server,
    private readonly cookie: string,
  ) {}

  static async enter(server: Server): Promise<Organizer> {
    const csrf = await fetch(`${server.address}/api/auth/csrf`)
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const cookie = cookiesOf(csrf)
    const answer = await fetch(`${server.address}/api/auth/callback/demo`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams({ csrfToken, email: 'organizer@example.org' }),
    })
    return new Organizer(server, `${cookie}; ${cookiesOf(answer)}`)
  }

  /** Chooses lists, looks at their check and imports them; memory is looked at all the while. */
  async import(lists: ReturnType<typeof listsOf>) {
    const before = this.server.resident()
    let peak = before
    const watch = setInterval(() => {
      peak = Math.max(peak, this.server.resident())
    }, EVERY_MS)
    const place = `/organize${BAKU}/import`
    const files = await this.page(place)
    let checked = ''
    const check = await meanwhile(this.server, async () => {
      const draft = await this.press(place, files, 'name="files"', lists)
      checked = await this.page(draft)
    })
    let told = ''
    const run = await meanwhile(this.server, async () => {
      const done = await this.press(place, checked, /^(?!.*name="(?:column|line|do|files)").*name="draft"/s)
      told =
        /role="status"[^>]*>(.*?)<\/div>/s.exec(await this.page(done))?.[1]?.replace(/<[^>]*>/g, ' ') ??
        'nothing'
    })
    clearInterval(watch)
    return { check, run, grown: peak - before, told: told.replace(/\s+/g, ' ').trim() }
  }

  private async page(path: string): Promise<string> {
    const answer = await fetch(new URL(path, this.server.address), { headers: { cookie: this.cookie } })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return answer.text()
  }

  /** Sends the last form of a page that holds this, as a browser without scripts would; gives where that leads. */
  private async press(
    path: string,
    html: string,
    holding: string | RegExp,
    lists: ReturnType<typeof listsOf> = [],
  ): Promise<string> {
    const forms = [...html.matchAll(/<form[^>]*>(.*?)<\/form>/gs)].map(([, inner = '']) => inner)
    const form = forms.findLast((inner) =>
      typeof holding === 'string' ? inner.includes(holding) : holding.test(inner),
    )
    if (form === undefined) throw new Error(`No form of ${path} holds ${holding}`)
    const body = new FormData()
    for (const [tag] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
      body.append(attribute(tag, 'name'), attribute(tag, 'value'))
    for (const { name, text } of lists) body.append('files', new File([text], name, { type: 'text/csv' }))
    const { address } = this.server
    const headers = { cookie: this.cookie, origin: address }
    const answer = await fetch(new URL(path, address), { method: 'POST', redirect: 'manual', headers, body })
    const to = answer.headers.get('location')
    if (!to) throw new Error(`${path} answered ${answer.status} and leads nowhere`)
    return to
  }
}

const attribute = (tag: string, name: string) =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const pause = (milliseconds: number) => new Promise((resume) => setTimeout(resume, Math.max(0, milliseconds)))

/**
 * Does the work while two others ask, one for the process's health and one for a page, each anew a moment after the last
 * answer: it is how long one is kept waiting that is measured, not how many can be served beside.
 */
async function meanwhile(server: Server, work: () => Promise<void>): Promise<Meanwhile> {
  let over = false
  const ask = async (path: string, every: number) => {
    const waits: number[] = []
    while (!over) {
      const asked = performance.now()
      const answer = fetch(`${server.address}${path}`).then((answer) => answer.arrayBuffer())
      // Who is not answered at all has waited as long as that took.
      await answer.catch(() => {})
      waits.push(performance.now() - asked)
      await pause(every)
    }
    return waits
  }
  const asking = Promise.all([ask('/api/health', EVERY_MS), ask(BAKU, PAGE_MS)])
  const [began, cpu] = [performance.now(), server.cpu()]
  await work()
  const [clock, processor] = [performance.now() - began, server.cpu() - cpu]
  over = true
  const [health, page] = await asking
  return { clock, processor, health, page }
}
