import 'server-only'
import { transaction } from '@/db/client'
import { jurorLinks } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { findSeat } from '../judging/find-seat'
import { endLink } from './end-link'
import { personOfSeat } from './person-of-seat'
import { drawToken, tokenHash } from './token'

/** A link as it is handed over: once, for only the token's hash is kept. */
export interface MadeLink {
  readonly juror: string
  readonly office: string
  /** Where the link leads, below this installation's address. */
  readonly path: string
}

/**
 * Makes a seat's personal link. The seat's former one ends with the sessions it opened: that is how a link moves to
 * another device. Refused `seat-person-barred`.
 */
export async function makeJurorLink(actor: Actor, { juror }: { juror: string }): Promise<MadeLink | Refusal> {
  const seated = await findSeat(juror)
  if (!seated) return refuse('not-found')
  const { event, facts } = seated.found
  const no = can(actor, 'manage-juror-links', { event: facts }, now())
  if (no) return no
  return transaction(async (tx) => {
    await takeTurn(event.id)
    const person = await personOfSeat(actor, juror)
    if (isRefusal(person)) return person
    const former = await endLink(juror)
    const token = drawToken()
    const [made] = await tx
      .insert(jurorLinks)
      .values({ jurorId: juror, tokenHash: tokenHash(token), createdAt: now(), createdBy: actor.personId })
      .returning({ id: jurorLinks.id })
    if (!made) throw new Error('A juror link was not written')
    await record({
      actor,
      action: 'make-juror-link',
      object: { kind: 'juror-link', id: made.id },
      event: event.id,
      details: { juror, former },
    })
    return { juror, office: seated.seat.office, path: `/jury/link/${token}` }
  })
}
