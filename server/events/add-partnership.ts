import 'server-only'
import { eq, max } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { partnerships } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { PartnershipRole } from '@/domain/organizations/kinds'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from './find-event'

/** Names an organization as organizer, supporter, sponsor, challenge owner or venue. Twice is once. */
export async function addPartnership(
  actor: Actor,
  { event: eventId, organization, role }: { event: string; organization: string; role: PartnershipRole },
): Promise<{ role: PartnershipRole } | Refusal> {
  const found = await findEventById(eventId)
  if (!found) return refuse('not-found')
  const no = can(actor, 'edit-event', { event: found.facts }, now())
  if (no) return no
  return transaction(async (tx) => {
    const [last] = await tx
      .select({ position: max(partnerships.position) })
      .from(partnerships)
      .where(eq(partnerships.eventId, eventId))
    const position = (last?.position ?? 0) + 1
    const row = { eventId, organizationId: organization, role, position }
    const [added] = await tx
      .insert(partnerships)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: partnerships.id })
    if (added) {
      await record({
        actor,
        action: 'add-partnership',
        object: { kind: 'partnership', id: added.id },
        event: eventId,
      })
    }
    return { role }
  })
}
