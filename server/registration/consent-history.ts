import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { consents, events } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import type { ConsentPurpose } from '@/domain/registration/states'
import { now } from '../clock'

export interface SaidConsent {
  readonly id: string
  /** Null where it was said in general, for no event. */
  readonly event: string | null
  readonly timeZone: string | null
  readonly purpose: ConsentPurpose
  readonly given: boolean
  readonly at: Date
}

/** Every yes and no one has said, the newest first. Refused `sign-in`, `not-allowed`. */
export async function consentHistory(actor: Actor): Promise<SaidConsent[] | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  const no = can(actor, 'export-own-data', { person: personId }, now())
  if (no) return no
  return (await db())
    .select({
      id: consents.id,
      event: consents.eventId,
      timeZone: events.timeZone,
      purpose: consents.purpose,
      given: consents.given,
      at: consents.at,
    })
    .from(consents)
    .leftJoin(events, eq(events.id, consents.eventId))
    .where(eq(consents.personId, personId))
    .orderBy(desc(consents.at), desc(consents.id))
}
