import { type Refusal, refuse } from '@/domain/refusal'

export interface InvitationTerms {
  readonly maxUses: number
  readonly uses: number
  readonly expiresAt: Date | null
  readonly revokedAt: Date | null
}

/** Why an invitation lets nobody in any more (`invitation-revoked`, `-expired`, `-used`), or null when it still does. */
export function invitationFault(
  { maxUses, uses, expiresAt, revokedAt }: InvitationTerms,
  zone: string,
  now: Date,
): Refusal | null {
  if (revokedAt) return refuse('invitation-revoked')
  if (expiresAt && now >= expiresAt)
    return refuse('invitation-expired', { at: expiresAt.toISOString(), zone })
  return uses >= maxUses ? refuse('invitation-used') : null
}
