import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { acknowledgements, challenges } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById, isUuid } from '../events/find-event'
import { termsDigest } from './terms'

/**
 * Says that one has read the terms of a challenge's data and keeps to them; from then on one sees the data. Saying it
 * twice is saying it once. Refused `terms-changed` when other terms stand by now than those that were shown.
 */
export async function acknowledgeTerms(
  actor: Actor,
  input: { event: string; challenge: string; terms: string },
): Promise<{ challenge: string } | Refusal> {
  const found = await findEventById(input.event)
  const { personId } = actor
  if (!found || !isUuid(input.challenge)) return refuse('not-found')
  if (personId === null) return refuse('sign-in')
  const no = can(actor, 'see-challenge-data', { event: found.facts }, now())
  if (no) return no
  return transaction(async (tx) => {
    const [challenge] = await tx
      .select()
      .from(challenges)
      .where(eq(challenges.id, input.challenge))
      .for('share')
    if (challenge?.editionId !== found.edition.id) return refuse('not-found')
    const terms = termsDigest(challenge)
    if (terms !== input.terms) return refuse('terms-changed')
    const written = await tx
      .insert(acknowledgements)
      .values({ challengeId: challenge.id, personId, terms, at: now() })
      .onConflictDoNothing()
      .returning({ at: acknowledgements.at })
    if (written.length > 0) {
      await record({
        actor,
        action: 'acknowledge-terms',
        object: { kind: 'challenge', id: challenge.id },
        event: found.event.id,
        details: { terms },
      })
    }
    return { challenge: challenge.id }
  })
}
