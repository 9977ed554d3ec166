import type { KeptTap } from './kept-taps'

/** A request that hangs longer is given up and made again: nothing else is told meanwhile. */
const PATIENCE_MS = 15_000

/** What fits one request. */
const MOST = 200

export type Told =
  | { readonly saved: readonly string[]; readonly unknown: readonly string[] }
  | { readonly again: 'network' | 'sign-in' }

/** Tells the oldest taps; what could not be told is told again later, which the server counts once. */
export async function tellTaps(
  api: string,
  from: { readonly device: string; readonly helper: string },
  taps: readonly KeptTap[],
): Promise<Told> {
  try {
    const answer = await fetch(api, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...from, taps: taps.slice(0, MOST) }),
      redirect: 'error',
      keepalive: taps.length < 50,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (answer.status === 401 || answer.status === 403 || answer.status === 404) return { again: 'sign-in' }
    if (!answer.ok) return { again: 'network' }
    return await answer.json()
  } catch {
    return { again: 'network' }
  }
}

export interface Person {
  readonly registration: string
  readonly name: string
  readonly arrivedAt: string | null
  readonly seenBy: string | null
  readonly consentMissing: boolean
}

export interface ToldPeople {
  readonly people: readonly Person[]
  /** The server's clock; null where the answer is one that was kept. */
  readonly now: number | null
}

/** Who is expected and who came by now, or as it was told last, or null while there is neither. */
export async function askPeople(api: string): Promise<ToldPeople | null> {
  try {
    const answer = await fetch(api, {
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!answer.ok) return null
    const { people, now } = await answer.json()
    return { people, now: answer.headers.has('x-kept') ? null : now }
  } catch {
    return null
  }
}
