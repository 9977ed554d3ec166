import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { challenges, editions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isLegible } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { isUuid } from '../events/find-event'
import { isOrganization } from '../organizations/find-organization'

export type NewChallenge = Omit<typeof challenges.$inferInsert, 'id'>

/**
 * Writes a challenge of an edition, or rewrites the one with this code. Partners write their own organization's.
 * Refused `challenge-of-another`, `challenge-code` (nothing in it can be read), `challenge-most`, `challenge-terms`
 * (terms to acknowledge, and none written), `organization-unknown`.
 */
export async function writeChallenge(
  actor: Actor,
  input: NewChallenge,
): Promise<{ challenge: string } | Refusal> {
  if (!isUuid(input.editionId)) return refuse('not-found')
  return transaction(async (tx) => {
    const [edition] = await tx.select().from(editions).where(eq(editions.id, input.editionId))
    if (!edition) return refuse('not-found')
    const place = { edition: edition.id, competition: edition.competitionId, organization: input.ownerId }
    const no = can(actor, 'write-challenges', place, now())
    if (no) return no
    if (!(await isOrganization(input.ownerId))) return refuse('organization-unknown', { field: 'ownerId' })
    if (!isLegible(input.code)) return refuse('challenge-code', { field: 'code' })
    if (input.mostTeams != null && !(input.mostTeams >= 1 && input.mostTeams <= 1_000))
      return refuse('challenge-most', { field: 'mostTeams' })
    if (input.acknowledgementNeeded && !isLegible(input.licence ?? ''))
      return refuse('challenge-terms', { field: 'licence' })
    const { editionId: _, code: __, ownerId: ___, ...words } = input
    const [made] = await tx
      .insert(challenges)
      .values(input)
      .onConflictDoUpdate({
        target: [challenges.editionId, challenges.code],
        set: words,
        setWhere: eq(challenges.ownerId, input.ownerId),
      })
      .returning({ id: challenges.id })
    if (!made) return refuse('challenge-of-another', { field: 'code', code: input.code })
    await record({ actor, action: 'write-challenge', object: { kind: 'challenge', id: made.id } })
    return { challenge: made.id }
  })
}
