import { type Answer, countWaiting, type Job, type ServerSheet } from '@/domain/judging/device-sheet'

/** What came of telling the server: an answer and when it was given, by the server's clock; or why to try again. */
export type Told =
  | { readonly answer: Answer; readonly heardAt: number }
  | { readonly again: 'network' | 'sign-in' }

/** Which seat's sheet it is, and where it goes. */
export interface Desk {
  readonly api: string
  readonly juror: string
}

/** Answers about what was sent. Any other comes from something between us, or says nothing of the answers themselves. */
const VERDICTS = new Set([400, 404, 409, 413, 422, 423])
const SIGNED_OUT = new Set([401, 403])

/** Longer than this, a browser does not carry a request beyond the end of its page. */
const CARRIED_BYTES = 30_000

/** Tells the server some jobs, marks together, a ballot or note by itself, and how many marks wait behind them. */
export async function tell(desk: Desk, jobs: readonly Job[], queue: readonly Job[]): Promise<Told> {
  const { path, body } = requestOf(desk, jobs, queue)
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    keepalive: body.length < CARRIED_BYTES,
    signal: AbortSignal.timeout(15_000),
  }).catch(() => null)
  if (response === null) return { again: 'network' }
  // A hall's login page answers with something else than JSON, whatever its status.
  const answer: Answer | null = await response.json().catch(() => null)
  if (answer === null) return { again: 'network' }
  // The header tells whole seconds: rounded up, so that the answer is never older than itself.
  const heardAt = (Date.parse(response.headers.get('date') ?? '') || 0) + 999
  if (response.ok) return { answer: { ...answer, title: undefined }, heardAt }
  // Marks are judged one by one: not found at all is the whole sheet, which may have moved.
  const moved = response.status === 404 && jobs[0]?.kind === 'mark'
  if (moved || SIGNED_OUT.has(response.status)) return { again: 'sign-in' }
  return VERDICTS.has(response.status) ? { answer, heardAt } : { again: 'network' }
}

/** Sends the head of the queue as the page ends. Nobody reads the answer: it is told again when the sheet opens. */
export function tellLast(desk: Desk, jobs: readonly Job[], queue: readonly Job[]): void {
  if (jobs.length === 0) return
  const { path, body } = requestOf(desk, jobs, queue)
  navigator.sendBeacon(path, new Blob([body], { type: 'application/json' }))
}

function requestOf({ api, juror }: Desk, jobs: readonly Job[], queue: readonly Job[]) {
  const [first] = jobs
  const request = (path: string, body: object) => ({ path: `${api}/${path}`, body: JSON.stringify(body) })
  if (first?.kind === 'ballot') {
    return request(`ballots/${first.entry}`, { juror, status: first.status, reason: first.reason })
  }
  if (first?.kind === 'note') {
    const { id, entry, note, text } = first
    return request('notes', { juror, id, entry, kind: note, text })
  }
  const waiting = countWaiting(queue).marks - jobs.length
  return request('marks', { juror, waiting, marks: jobs })
}

/** The sheet as the server has it now, or null while it cannot be asked. */
export async function ask(api: string): Promise<Omit<ServerSheet, 'notes'> | null> {
  const response = await fetch(`${api}/marks`, { cache: 'no-store' }).catch(() => null)
  if (!response?.ok) return null
  const sheet: Omit<ServerSheet, 'notes'> | null = await response.json().catch(() => null)
  return sheet && { ...sheet, ballots: sheet.ballots.map((one) => ({ ...one, reason: one.reason ?? null })) }
}
