import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { joinRequests } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findRequest } from './find-request'

/** Takes one's own open question to a team back. Refused `request-answered` when its captain was faster. */
export async function takeBackRequest(
  actor: Actor,
  { request: id }: { request: string },
): Promise<{ request: string } | Refusal> {
  const found = await findRequest(id)
  if (!found || found.request.personId !== actor.personId) return refuse('not-found')
  const no = can(actor, 'ask-to-join', { event: found.facts }, now())
  if (no) return no
  return transaction(async (tx) => {
    const taken = await tx
      .update(joinRequests)
      .set({ accepted: false, answeredAt: now(), answeredBy: actor.personId })
      .where(and(eq(joinRequests.id, id), isNull(joinRequests.answeredAt)))
      .returning({ id: joinRequests.id })
    if (taken.length === 0) return refuse('request-answered')
    await record({
      actor,
      action: 'take-back-request',
      object: { kind: 'join-request', id },
      event: found.event.id,
    })
    return { request: id }
  })
}
