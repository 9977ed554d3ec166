import 'server-only'
import { and, count, eq, isNull, ne } from 'drizzle-orm'
import { db } from '@/db/client'
import { challenges, entries } from '@/db/schema'
import { type Refusal, refuse } from '@/domain/refusal'

/**
 * Whether a challenge has as many teams of the event as may take it, not counting this entry: `challenge-full`. Asked in
 * the transaction that takes it: the challenge's row is held, so of two teams after its last place one gets it. Who
 * has it already keeps it, also when the number is lowered.
 */
export async function challengeFull(
  challengeId: string,
  entry: { id: string; eventId: string; challengeId: string | null },
): Promise<Refusal | null> {
  if (entry.challengeId === challengeId) return null
  const tx = await db()
  const [challenge] = await tx
    .select({ code: challenges.code, most: challenges.mostTeams })
    .from(challenges)
    .where(eq(challenges.id, challengeId))
    .for('no key update')
  if (!challenge || challenge.most === null) return null
  const [taken] = await tx
    .select({ teams: count() })
    .from(entries)
    .where(
      and(
        eq(entries.challengeId, challengeId),
        eq(entries.eventId, entry.eventId),
        isNull(entries.withdrawnAt),
        ne(entries.id, entry.id),
      ),
    )
  if ((taken?.teams ?? 0) < challenge.most) return null
  return refuse('challenge-full', { field: 'challengeId', code: challenge.code, most: challenge.most })
}
