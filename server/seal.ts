import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { authSecret } from './env'

/** What this installation alone can write under a text, so that an address holding both cannot be guessed. */
export const sealOf = (text: string): string =>
  createHmac('sha256', authSecret()).update(text).digest('base64url')

/** Whether a seal is the one of this text; how long the answer takes tells nothing. */
export function isSealOf(text: string, given: string): boolean {
  const [seen, own] = [Buffer.from(given), Buffer.from(sealOf(text))]
  return seen.length === own.length && timingSafeEqual(seen, own)
}
