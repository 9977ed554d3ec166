import 'server-only'
import { Worker } from 'node:worker_threads'
import { type Told, type Work, workOn } from './work-on-lists'

/** What is done before anybody could notice is done here and now; a thread would cost more. */
const SMALL_BYTES = 256 * 1024
/** A spreadsheet is packed. */
const PACKED = 10
/** A file made to be slow is not worth waiting for; a machine with other things to do is. */
const MOST_MS = 10 * 60_000

/** Does the work, in a thread of its own where it is long, so that no other request waits for it. */
export function working(work: Work): AsyncGenerator<Told> {
  return sizeOf(work) <= SMALL_BYTES ? workOn(work) : inThread(work)
}

function sizeOf({ lists, context }: Work): number {
  const given = lists.map(({ bytes }) => bytes.length * (bytes[0] === 0x50 && bytes[1] === 0x4b ? PACKED : 1))
  const known = [...context.registrations, ...context.teams].map(({ length }) => length)
  return [...given, ...known].reduce((sum, size) => sum + size, 0)
}

async function* inThread(work: Work): AsyncGenerator<Told> {
  const worker = process.env.NEXT_RUNTIME ? bundledWorker(work) : sourceWorker(work)
  // Whoever asks hears it; between two questions nobody does, and unheard it would end the process.
  worker.on('error', () => {})
  const patience = setTimeout(() => worker.terminate(), MOST_MS)
  try {
    for (;;) {
      const told = await ask(worker)
      if (told === null) return
      yield told
    }
  } finally {
    clearTimeout(patience)
    await worker.terminate()
  }
}

/** One thing at a time: what is not asked for stays there. */
function ask(worker: Worker): Promise<Told | null> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`The thread that reads lists ended with ${code}`))
    worker.once('error', reject)
    worker.once('exit', ended)
    worker.once('message', (told) => {
      worker.off('error', reject)
      worker.off('exit', ended)
      resolve(told)
    })
    worker.postMessage('next')
  })
}

/** Nearly all that is made lives until the end: moved about less often, it costs a third less. */
const ROOM = { maxYoungGenerationSizeMb: 192 }

/** Next finds the file by this very expression and bundles it. */
function bundledWorker(workerData: Work): Worker {
  return new Worker(new URL('./list-worker.ts', import.meta.url), { workerData, resourceLimits: ROOM })
}

/** Where the sources run as they are, the thread has to read TypeScript too. */
function sourceWorker(workerData: Work): Worker {
  const start = `import('tsx/esm/api').then(({ tsImport }) => tsImport('./list-worker.ts', '${import.meta.url}'))`
  return new Worker(start, {
    eval: true,
    workerData,
    resourceLimits: ROOM,
    execArgv: ['--conditions=react-server'],
  })
}
