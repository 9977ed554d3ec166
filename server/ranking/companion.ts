import 'server-only'
import { Worker } from 'node:worker_threads'
import type { Companion, CompanionInput } from '@/domain/ranking/companion/companion'
import { companionInputOf } from '@/domain/ranking/companion/companion-input'
import { sha256 } from './digest'
import type { RankedRecord } from './ranking-of'

/** Each look at an unchanged ranking finds the figures ready; a final under deliberation changes a few times. */
const KEPT = 32
const known = new Map<string, Promise<Companion>>()

/**
 * How sure an official ranking is. Computed in a thread of its own, so that no juror's save waits for it, once for the
 * same ballots and leaders: their digest is the key, and the seed of the draws, so that anybody can draw them again.
 * Says nothing about who may see it: ask for the ranking first.
 */
export function companionFor({
  input,
  ranking,
}: Pick<RankedRecord, 'input' | 'ranking'>): Promise<Companion> {
  const asked = companionInputOf(input, ranking, sha256)
  return once(asked.seed, () => inThread(asked))
}

/** The same for a page that shows it beside the ranking, which does not depend on it: no components where it failed. */
export async function companionOrNone(look: Pick<RankedRecord, 'input' | 'ranking'>): Promise<Companion> {
  try {
    return await companionFor(look)
  } catch (error) {
    console.error('the companion could not be computed', error)
    return { components: [] }
  }
}

function once(key: string, compute: () => Promise<Companion>): Promise<Companion> {
  const found = known.get(key) ?? compute()
  known.delete(key)
  known.set(key, found)
  found.catch(() => known.delete(key))
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break
    known.delete(oldest)
  }
  return found
}

function inThread(asked: CompanionInput): Promise<Companion> {
  return new Promise((resolve, reject) => {
    const worker = process.env.NEXT_RUNTIME ? bundledWorker(asked) : sourceWorker(asked)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the companion's thread ended with ${code}`)))
  })
}

/** Next finds the file by this very expression and bundles it. */
function bundledWorker(workerData: CompanionInput): Worker {
  return new Worker(new URL('./companion-worker.ts', import.meta.url), { workerData })
}

/** Where the sources run as they are, the thread has to read TypeScript too. */
function sourceWorker(workerData: CompanionInput): Worker {
  const start = `import('tsx/esm/api').then(({ tsImport }) => tsImport('./companion-worker.ts', '${import.meta.url}'))`
  return new Worker(start, { eval: true, workerData })
}
