import 'server-only'
import { closeCallOf } from '@/domain/ranking/companion/close-group'
import { companionInputOf } from '@/domain/ranking/companion/companion-input'
import type { Decision } from '@/domain/ranking/decisions'
import { findEventById } from '../events/find-event'
import { companionFor } from './companion'
import { sha256 } from './digest'
import { rankingOf } from './ranking-of'

export type Close = NonNullable<Decision['close']>

/**
 * What allows the jury to put these entries in order as too close to call, or null. Says nothing about who may ask, and
 * must be asked outside of a transaction: it waits for the companion.
 */
export async function closeCallIn(eventId: string, entries: readonly string[]): Promise<Close | null> {
  const found = await findEventById(eventId)
  if (!found) return null
  const { input, ranking } = await rankingOf(found.event)
  const { seed } = companionInputOf(input, ranking, sha256)
  return closeCallOf(await companionFor({ input, ranking }), seed, entries)
}
