import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { type Refusal, refuse } from '@/domain/refusal'
import { realNow } from '../clock'

const REQUESTS_A_MINUTE = 1200

// In memory: it guards this process, and a limit that writes a row a request would be the load it guards from.
let minute = 0
const requests = new Map<string, number>()

/** Holds one juror to twenty requests a second over a minute; never an address, for a hall shares one. */
export function withinPace({ personId }: Actor, at: Date = realNow()): Refusal | null {
  if (personId === null) return null
  const current = Math.floor(at.getTime() / 60_000)
  if (current !== minute) requests.clear()
  minute = current
  const count = (requests.get(personId) ?? 0) + 1
  requests.set(personId, count)
  return count <= REQUESTS_A_MINUTE ? null : refuse('slow-down', { minutes: 1 })
}
