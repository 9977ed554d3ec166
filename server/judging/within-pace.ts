import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { type Refusal, refuse } from '@/domain/refusal'
import { withinLimit } from '../rate-limit'

const REQUESTS_A_MINUTE = 1200

/** Holds one juror to twenty requests a second over a minute; never an address, for a hall shares one. */
export async function withinPace({ personId }: Actor): Promise<Refusal | null> {
  if (personId === null) return null
  const paced = await withinLimit(`jury:${personId}`, { times: REQUESTS_A_MINUTE, minutes: 1 })
  return paced ? null : refuse('slow-down', { minutes: 1 })
}
