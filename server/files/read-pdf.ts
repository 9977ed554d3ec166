import 'server-only'
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'

interface Told {
  readonly pages?: number
  readonly png?: Uint8Array
  readonly fault?: 'encrypted' | 'broken'
}

/** A file made to be slow is not worth waiting for. */
const MOST_MS = 20_000

let turn: Promise<unknown> = Promise.resolve()

/** How many pages a PDF has; `encrypted` when it asks for a password, `broken` when it cannot be read. */
export async function pagesOf(bytes: Uint8Array): Promise<number | 'encrypted' | 'broken'> {
  const { pages, fault } = await inThread(bytes, null)
  return fault ?? pages ?? 'broken'
}

/** A picture fits into this many pixels. */
interface Frame {
  readonly width: number
  readonly height: number
}
const DECK_FRAME: Frame = { width: 960, height: 960 }

/** The first page as a PNG, or null where it cannot be drawn. */
export async function firstPageOf(bytes: Uint8Array, frame = DECK_FRAME): Promise<Uint8Array | null> {
  return (await inThread(bytes, frame)).png ?? null
}

/** One after another: whoever uploads must not take the processors from whoever marks. */
function inThread(bytes: Uint8Array, frame: Frame | null): Promise<Told> {
  const told = turn.then(() => ask(bytes, frame))
  turn = told.catch(() => {})
  return told
}

function ask(bytes: Uint8Array, frame: Frame | null): Promise<Told> {
  return new Promise((answer, reject) => {
    const worker = new Worker(resolve(/* turbopackIgnore: true */ 'server/files/pdf-thread.mjs'), {
      workerData: { bytes, frame },
      execArgv: [],
    })
    const patience = setTimeout(() => worker.terminate(), MOST_MS)
    worker.once('message', answer)
    worker.once('error', (error) => {
      // What PDFium itself breaks down on is the file's fault; what cannot be found is ours.
      if ('code' in error && String(error.code).includes('MODULE_NOT_FOUND')) reject(error)
      else answer({ fault: 'broken' })
    })
    worker.once('exit', () => {
      clearTimeout(patience)
      answer({ fault: 'broken' })
    })
  })
}
