import 'server-only'
import { type Refusal, refuse } from '@/domain/refusal'
import { withinLimit } from '../rate-limit'
import { tokenHash } from './token'

const LINK_TRIES = { times: 120, minutes: 10 }
const DEVICE_TRIES = { times: 60, minutes: 10 }

interface Tried {
  /** Undefined where the token is no link's. */
  readonly link: string | undefined
  /** Null for a browser that never pressed Start. */
  readonly device: string | null
}

/**
 * Counts a look at a link or a try to claim it, by the link and by the device that asks. Never by network address: a
 * hall has one for everybody. A guess at random meets no link, and 160 bits are not guessed; what is limited is how
 * often a known link is asked about. Refused `slow-down`.
 */
export async function countTry(what: 'look' | 'claim', { link, device }: Tried): Promise<Refusal | null> {
  const key = `${what}-juror-link`
  const calm =
    (device === null || (await withinLimit(`${key}:device:${tokenHash(device)}`, DEVICE_TRIES))) &&
    (link === undefined || (await withinLimit(`${key}:${link}`, LINK_TRIES)))
  return calm ? null : refuse('slow-down', { minutes: LINK_TRIES.minutes })
}
