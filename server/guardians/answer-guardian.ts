import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { guardianConsents, registrations } from '@/db/schema'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { hashOf } from '../sign-in/hash'

/**
 * A guardian's yes or no, by the link mailed to them: whoever holds it is the guardian, and may change their mind by it.
 * Refused `guardian-link-ended` when it was replaced by a newer one or what it was for is erased.
 */
export async function answerGuardian({
  token,
  given,
}: {
  token: string
  given: boolean
}): Promise<{ given: boolean } | Refusal> {
  return transaction(async (tx) => {
    const [answered] = await tx
      .update(guardianConsents)
      .set({ given, answeredAt: now() })
      .where(and(eq(guardianConsents.linkHash, hashOf(token)), isNull(guardianConsents.erasedAt)))
      .returning({ registration: guardianConsents.registrationId })
    if (!answered) return refuse('guardian-link-ended')
    const [registration] = await tx
      .select({ event: registrations.eventId })
      .from(registrations)
      .where(eq(registrations.id, answered.registration))
    await record({
      actor: null,
      action: 'answer-guardian',
      object: { kind: 'registration', id: answered.registration },
      event: registration?.event,
      details: { given },
    })
    return { given }
  })
}
