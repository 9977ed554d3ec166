import 'server-only'
import { transaction } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { findSeat } from '../judging/find-seat'
import { endLink } from './end-link'

/** Revokes a seat's personal link: whoever came in by it is out at the next request. Refused `juror-link-none`. */
export async function revokeJurorLink(
  actor: Actor,
  { juror }: { juror: string },
): Promise<{ juror: string } | Refusal> {
  const seated = await findSeat(juror)
  if (!seated) return refuse('not-found')
  const { event, facts } = seated.found
  const no = can(actor, 'manage-juror-links', { event: facts }, now())
  if (no) return no
  return transaction(async () => {
    await takeTurn(event.id)
    const ended = await endLink(juror)
    if (ended === null) return refuse('juror-link-none', { office: seated.seat.office })
    await record({
      actor,
      action: 'revoke-juror-link',
      object: { kind: 'juror-link', id: ended },
      event: event.id,
      details: { juror },
    })
    return { juror }
  })
}
