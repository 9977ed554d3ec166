import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { isForeignWrite } from '../foreign-write'
import { asOutage, outageAnswer } from '../outage'
import { problem } from '../problem'
import { currentActor } from '../session'
import { asStorageRefusal, storageRefusal } from '../storage'
import { type Asked, type Place, readBody } from './read-request'
import { withinPace } from './within-pace'

/**
 * Makes a route handler of what a juror's device sends: does the database answer, is it one of our pages that asks, who
 * are you, not too fast, is it well-formed, is there room to keep it, run the use case, answer. `shape` makes the answer of what was done.
 */
export function jurorRequest<P extends Place, I, O>(
  read: (asked: Asked<P>) => I | Refusal,
  perform: (actor: Actor, input: I) => Promise<O | Refusal>,
  shape: (done: O) => Response = answered,
) {
  const answer = async (request: Request, params: Promise<P>): Promise<Response> => {
    const outage = await outageAnswer('/api/')
    if (outage) return outage
    if (isForeignWrite(request)) return problem(refuse('foreign-write'))
    const actor = await currentActor()
    const slow = withinPace(actor)
    if (slow) return problem(slow)
    const body = await readBody(request)
    if (!isRefusal(body) && isOfOtherSeat(actor, body.juror)) return problem(refuse('other-seat'))
    const input = isRefusal(body) ? body : read({ ...body, ...(await params) })
    if (isRefusal(input)) return problem(input)
    const outcome = (await storageRefusal()) ?? (await perform(actor, input).catch(asStorageRefusal))
    return isRefusal(outcome) ? problem(outcome) : shape(outcome)
  }
  return (request: Request, { params }: { params: Promise<P> }): Promise<Response> =>
    answer(request, params).catch(asOutage)
}

/** A device names the seat its answers were given from: whoever signed in on it meanwhile does not send them as their own. */
const isOfOtherSeat = ({ personId, seats }: Actor, named: unknown) =>
  personId !== null && typeof named === 'string' && !seats.some(({ juror }) => juror === named)

/** An answer that no cache keeps. */
export const answered = (body: unknown) => Response.json(body, { headers: { 'cache-control': 'no-store' } })
