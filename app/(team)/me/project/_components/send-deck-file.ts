/** How an upload stands, for the one who looks at it. */
export type Sending =
  | {
      readonly state: 'sending' | 'waiting' | 'reading'
      readonly share: number
      readonly begunAt: string | null
    }
  | { readonly state: 'refused'; readonly sentence: string }
  | { readonly state: 'kept' }

/** A problem the server answered; what it says will not change by asking again. */
class Refused extends Error {
  constructor(
    readonly code: string,
    sentence: string,
  ) {
    super(sentence)
  }
}

interface Progress {
  readonly received: number
  readonly begunAt: string
}

const PART_BYTES = 512 * 1024
const PART_MS = 60_000
const LONGEST_PAUSE_MS = 8_000

/**
 * Sends a file in parts and goes on by itself when the network comes back; after a reload the same file goes on where
 * it was. Ends when the server has kept or refused it, or when `stop` is pulled.
 */
export async function sendDeckFile(
  entry: string,
  file: File,
  tell: (sending: Sending) => void,
  stop: AbortSignal,
): Promise<void> {
  const known = `deck ${entry} ${file.name} ${file.size} ${file.lastModified}`
  let at: Progress = { received: 0, begunAt: '' }
  const say = (state: 'sending' | 'waiting' | 'reading') =>
    tell({ state, share: at.received / file.size, begunAt: at.begunAt || null })
  const ask = <T>(call: () => Promise<Response>) => persist<T>(call, () => say('waiting'), stop)
  try {
    say('sending')
    const deck = await begin()
    while (at.received < file.size) {
      say('sending')
      const part = file.slice(at.received, at.received + PART_BYTES)
      at = await ask<Progress>(() => post(`/api/v1/decks/${deck}?offset=${at.received}`, part))
    }
    say('reading')
    await ask(() => post(`/api/v1/decks/${deck}/finish`, null))
    remember(known, null)
    tell({ state: 'kept' })
  } catch (error) {
    // Who goes away comes back to it; what was refused is not gone on with.
    if (error instanceof Refused) {
      remember(known, null)
      tell({ state: 'refused', sentence: error.message })
    } else if (!stop.aborted) throw error
  }

  async function begin(): Promise<string> {
    const before = recall(known)
    const there = before && (await ask<Progress>(() => fetch(`/api/v1/decks/${before}`)).catch(startAnew))
    if (there) {
      at = there
      return before
    }
    const body = JSON.stringify({ fileName: file.name, bytes: file.size })
    const begun = await ask<{ deck: string; begunAt: string }>(() =>
      fetch(`/api/v1/entries/${entry}/deck`, {
        ...{ method: 'POST', body, headers: { 'content-type': 'application/json' } },
      }),
    )
    at = { received: 0, begunAt: begun.begunAt }
    remember(known, begun.deck)
    return begun.deck
  }
}

const startAnew = (error: unknown) => {
  if (error instanceof Refused) return null
  throw error
}

const post = (address: string, body: Blob | null) =>
  fetch(address, {
    ...{ method: 'POST', body, signal: AbortSignal.timeout(PART_MS) },
    headers: { 'content-type': 'application/octet-stream' },
  })

/** Asks until there is an answer that stands: a network that is away or a server that stumbles is asked again. */
async function persist<T>(call: () => Promise<Response>, wait: () => void, stop: AbortSignal): Promise<T> {
  for (let pause = 500; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    stop.throwIfAborted()
    const answer = await call().catch(() => null)
    if (answer?.ok) return answer.json()
    if (answer && answer.status < 500 && answer.status !== 429) {
      const { code, title } = await answer.json().catch(() => ({ code: '', title: answer.statusText }))
      throw new Refused(code, title)
    }
    wait()
    await new Promise<void>((goOn) => {
      const timer = setTimeout(goOn, pause)
      const now = () => {
        clearTimeout(timer)
        goOn()
      }
      addEventListener('online', now, { once: true })
      stop.addEventListener('abort', now, { once: true })
    })
  }
}

/** A browser that keeps nothing begins anew after a reload, and that is all. */
function remember(name: string, deck: string | null): void {
  try {
    if (deck) localStorage.setItem(name, deck)
    else localStorage.removeItem(name)
  } catch {}
}

function recall(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
