import { cellOf, type HeldMark } from './receive-marks'
import type { BallotState, NoteKind } from './states'

/** What a device has to tell the server, in the order it was done. */
export type Job =
  | {
      readonly kind: 'mark'
      readonly id: string
      readonly entry: string
      readonly criterion: string
      readonly value: number | null
      readonly device: string
      readonly seq: number
      readonly replaces: string | null
      readonly at: string
    }
  | {
      readonly kind: 'ballot'
      readonly id: string
      readonly seq: number
      readonly entry: string
      readonly status: 'submitted' | 'recused' | 'draft'
      readonly reason?: string
    }
  | {
      readonly kind: 'note'
      readonly id: string
      readonly seq: number
      readonly entry: string
      readonly note: NoteKind
      readonly text: string
    }
export type MarkJob = Extract<Job, { kind: 'mark' }>

/** A mark as JSON carries it. */
export type WireMark = Omit<HeldMark, 'at'> & { readonly at: string }

export interface Contest {
  readonly mine: Pick<WireMark, 'id' | 'entry' | 'criterion' | 'value'>
  readonly theirs: Pick<WireMark, 'id' | 'entry' | 'criterion' | 'value'>
}

/** The juror's sheet as their device shows it: what the server said, overlaid with what waits to be told. */
export interface DeviceSheet {
  readonly cells: Readonly<Record<string, { readonly id: string; readonly value: number | null }>>
  readonly ballots: Readonly<Record<string, { readonly status: BallotState; readonly reason: string }>>
  /** By `noteKey`. */
  readonly notes: Readonly<Record<string, string>>
  readonly queue: readonly Job[]
  readonly contests: readonly Contest[]
  /** What the server refused; shown until read. */
  readonly refused: readonly Refused[]
}

/** A refusal in the server's words, and what it was about: nothing in particular, an entry, or one mark of it. */
export interface Refused {
  readonly sentence: string
  readonly entry?: string
  readonly criterion?: string
}

export const noteKey = (entry: string, kind: NoteKind) => `${entry} ${kind}`

export interface ServerSheet {
  readonly marks: readonly Pick<WireMark, 'id' | 'entry' | 'criterion' | 'value'>[]
  readonly ballots: readonly {
    readonly entry: string
    readonly status: BallotState
    readonly reason: string | null
  }[]
  readonly notes: readonly { readonly entry: string; readonly kind: NoteKind; readonly text: string }[]
}

/** The sheet as the server has it, with nothing waiting. */
export function openSheet({ marks, ballots, notes }: ServerSheet): DeviceSheet {
  return {
    cells: Object.fromEntries(marks.map((mark) => [cellOf(mark), { id: mark.id, value: mark.value }])),
    ballots: Object.fromEntries(
      ballots.map(({ entry, status, reason }) => [entry, { status, reason: reason ?? '' }]),
    ),
    notes: Object.fromEntries(notes.map(({ entry, kind, text }) => [noteKey(entry, kind), text])),
    queue: [],
    contests: [],
    refused: [],
  }
}

/** A sheet as a device kept it, and when the server last spoke to it, by the server's own clock in ms. */
export interface KeptSheet {
  readonly heardAt: number
  readonly sheet: Omit<DeviceSheet, 'queue'>
}

/**
 * The sheet of a page that opens again. A page made anew knows what the server holds; one that was opened without a
 * network is older than what the server told this device since, and then what the device kept is newer. Questions still
 * open stay open.
 */
export function reopenSheet(
  page: ServerSheet & { readonly madeAt: number },
  kept: KeptSheet | null,
  waiting: readonly Job[],
): DeviceSheet {
  const fresh = openSheet(page)
  const base = kept && kept.heardAt >= page.madeAt ? { ...kept.sheet, queue: [] } : fresh
  const open = (kept?.sheet.contests ?? []).filter(
    ({ theirs }) => base.cells[cellOf(theirs)]?.id === theirs.id,
  )
  return add({ ...base, contests: open }, waiting)
}

/** Adds jobs to the sheet and the queue; one that is there already changes nothing. */
export function add(sheet: DeviceSheet, jobs: readonly Job[]): DeviceSheet {
  return [...jobs].sort((a, b) => a.seq - b.seq).reduce(addOne, sheet)
}

function addOne(sheet: DeviceSheet, job: Job): DeviceSheet {
  if (sheet.queue.some(({ id }) => id === job.id)) return sheet
  const queue = [...sheet.queue, job]
  if (job.kind === 'mark') {
    const contests = sheet.contests.filter(({ mine }) => cellOf(mine) !== cellOf(job))
    const cells = { ...sheet.cells, [cellOf(job)]: { id: job.id, value: job.value } }
    return { ...sheet, queue, cells, contests }
  }
  if (job.kind === 'note') {
    return { ...sheet, queue, notes: { ...sheet.notes, [noteKey(job.entry, job.note)]: job.text } }
  }
  const ballot = { status: job.status, reason: job.reason ?? '' }
  return { ...sheet, queue, ballots: { ...sheet.ballots, [job.entry]: ballot } }
}

/** As many marks as one request may hold. */
export const BATCH = 500

/** What to tell next: the marks at the head of the queue together, or the one ballot or note there. */
export function nextJobs({ queue }: Pick<DeviceSheet, 'queue'>, most = BATCH): readonly Job[] {
  const until = queue.findIndex(({ kind }) => kind !== 'mark')
  if (until === 0) return queue.slice(0, 1)
  return queue.slice(0, until === -1 ? most : Math.min(until, most))
}

/** How many marks, and answers of another kind, a device still holds. */
export function countWaiting(queue: readonly Job[]): { readonly marks: number; readonly others: number } {
  const marks = queue.filter(({ kind }) => kind === 'mark').length
  return { marks, others: queue.length - marks }
}

const FIRST_WAIT_MS = 3_000
const LONGEST_WAIT_MS = 30_000

/** How long to wait after so many failures in a row. */
export const waitAfter = (failures: number) =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1))

export interface Answer {
  readonly saved?: readonly string[]
  readonly rejected?: readonly { readonly id: string; readonly message: string }[]
  readonly conflicts?: readonly { readonly mine: WireMark; readonly theirs: WireMark }[]
  /** Why the whole request was refused. */
  readonly title?: string
}

/** Takes answered jobs off the queue. What was refused or contested is shown as the server has it. */
export function settle(
  sheet: DeviceSheet,
  told: readonly Job[],
  answer: Answer,
  server: Omit<ServerSheet, 'notes'> | null,
): DeviceSheet {
  const ids = new Set(told.map(({ id }) => id))
  const queue = sheet.queue.filter(({ id }) => !ids.has(id))
  const contests = (answer.conflicts ?? []).filter(
    ({ mine }) => !queue.some((job) => job.kind === 'mark' && cellOf(job) === cellOf(mine)),
  )
  const base = server ? { ...openSheet({ ...server, notes: [] }), notes: sheet.notes } : sheet
  const shown = {
    ...base,
    queue: [],
    contests: [...sheet.contests, ...contests],
    refused: refusedIn(sheet, told, answer),
  }
  const cells = { ...shown.cells }
  for (const { theirs } of contests) cells[cellOf(theirs)] = { id: theirs.id, value: theirs.value }
  return add({ ...shown, cells }, queue)
}

/** What was refused before and now, each thing once. */
function refusedIn(sheet: DeviceSheet, told: readonly Job[], { rejected = [], title }: Answer): Refused[] {
  const jobs = new Map(told.map((job) => [job.id, job]))
  const named = rejected.map(({ id, message }): Refused => {
    const job = jobs.get(id)
    if (!job) return { sentence: message }
    return { sentence: message, entry: job.entry, ...(job.kind === 'mark' && { criterion: job.criterion }) }
  })
  const whole =
    named.length === 0 && title ? told.map(({ entry }): Refused => ({ sentence: title, entry })) : []
  const said = [...sheet.refused, ...named, ...whole]
  return [...new Map(said.map((one) => [JSON.stringify(one), one])).values()]
}
