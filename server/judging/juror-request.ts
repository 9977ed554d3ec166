import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { type Asking, isForeignWrite } from '../foreign-write'
import { asOutage, outageAnswer } from '../outage'
import { problem } from '../problem'
import { actorBehind } from '../session'
import { asStorageRefusal, storageRefusal } from '../storage'
import { type Asked, type Place, readBody } from './read-request'
import { withinPace } from './within-pace'

/** A request of a juror's device: the web's own is one, and so is Node's before the framework (fast-lane.ts). */
export interface JurorRequest extends Asking {
  readonly body: AsyncIterable<Uint8Array> | null
}

/**
 * Makes the answer to what a juror's device sends: does the database answer, is it one of our pages that asks, who
 * are you, not too fast, is it well-formed, is there room to keep it, run the use case, answer. `shape` makes the answer of what was done.
 */
export function jurorAnswer<P extends Place, I, O>(
  read: (asked: Asked<P>) => I | Refusal,
  perform: (actor: Actor, input: I) => Promise<O | Refusal>,
  shape: (done: O) => Response = answered,
) {
  const answer = async (request: JurorRequest, place: P): Promise<Response> => {
    const outage = await outageAnswer('/api/')
    if (outage) return outage
    if (isForeignWrite(request)) return problem(refuse('foreign-write'))
    const actor = await actorBehind(request)
    const slow = withinPace(actor)
    if (slow) return problem(slow)
    const body = await readBody(request)
    if (!isRefusal(body) && isOfOtherSeat(actor, body.juror)) return problem(refuse('other-seat'))
    const input = isRefusal(body) ? body : read({ ...body, ...place })
    if (isRefusal(input)) return problem(input)
    const outcome = (await storageRefusal()) ?? (await perform(actor, input).catch(asStorageRefusal))
    return isRefusal(outcome) ? problem(outcome) : shape(outcome)
  }
  return (request: JurorRequest, place: P): Promise<Response> => answer(request, place).catch(asOutage)
}

/** The same as a route handler. */
export function jurorRoute<P extends Place>(answer: (request: JurorRequest, place: P) => Promise<Response>) {
  return async (request: Request, { params }: { params: Promise<P> }) => answer(request, await params)
}

/** A device names the seat its answers were given from: whoever signed in on it meanwhile does not send them as their own. */
const isOfOtherSeat = ({ personId, seats }: Actor, named: unknown) =>
  personId !== null && typeof named === 'string' && !seats.some(({ juror }) => juror === named)

/** An answer that no cache keeps. */
export const answered = (body: unknown) => Response.json(body, { headers: { 'cache-control': 'no-store' } })
