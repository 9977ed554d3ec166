import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { claims, editions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

export type NewClaim = Omit<typeof claims.$inferInsert, 'id'>

/** Records a published figure with its source, beside whatever is counted here. */
export async function recordClaim(actor: Actor, input: NewClaim): Promise<{ claim: string } | Refusal> {
  const found = input.eventId ? await findEventById(input.eventId) : null
  return transaction(async (tx) => {
    const [edition] = await tx.select().from(editions).where(eq(editions.id, input.editionId))
    if (!edition || (input.eventId && found?.edition.id !== edition.id)) return refuse('not-found')
    const place = { edition: edition.id, competition: edition.competitionId, event: found?.facts }
    const no = can(actor, 'write-releases', place, now())
    if (no) return no
    const [made] = await tx.insert(claims).values(input).returning({ id: claims.id })
    if (!made) throw new Error('The claim was not written')
    await record({
      actor,
      action: 'record-claim',
      object: { kind: 'claim', id: made.id },
      event: input.eventId ?? undefined,
    })
    return { claim: made.id }
  })
}
