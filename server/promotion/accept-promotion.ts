import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { entries } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { type Answered, answerOffer } from './answer-offer'
import type { FoundOffer } from './edge'

/**
 * The parent event's side takes the team in: the team keeps its identity and gets an entry there with its project as
 * it stands. Refused `team-already-there` when it has one.
 */
export async function acceptPromotion(
  actor: Actor,
  { promotion }: { promotion: string },
): Promise<Answered | Refusal> {
  return answerOffer(
    actor,
    { promotion },
    {
      action: 'accept-promotion',
      to: 'accepted',
      may: (actor, { facts }) => can(actor, 'accept-promotion', { event: facts }, now()),
      write: enterParent,
    },
  )
}

async function enterParent({ entryId, toEventId }: FoundOffer, actor: Actor) {
  const database = await db()
  const [own] = await database.select().from(entries).where(eq(entries.id, entryId))
  if (!own) return refuse('not-found')
  const { teamId, challengeId, title, summary, deckUrl, deckId, videoUrl, demoUrl } = own
  const { priorWork, ipStatement } = own
  const links = { deckUrl, deckId, videoUrl, demoUrl }
  const project = { challengeId, title, summary, ...links, priorWork, ipStatement }
  const [made] = await database
    .insert(entries)
    .values({ ...project, teamId, eventId: toEventId, enteredAt: now() })
    .onConflictDoNothing()
    .returning({ id: entries.id })
  if (!made) return refuse('team-already-there')
  await refreshConflicts(toEventId, actor)
  return { parentEntryId: made.id }
}
