import 'server-only'
import { db } from '@/db/client'
import { conflicts } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import type { ConflictKind } from '@/domain/judging/states'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { keepApart } from './keep-apart'
import { refillPanel } from './refill-panel'

/**
 * Writes a conflict somebody named and keeps the pair apart, and a sampled panel asks another juror, in the caller's transaction that holds the event's turn.
 * Refused `conflict-known` when one of that kind stands already.
 */
export async function tie(
  actor: SignedIn,
  action: 'declare-conflict' | 'record-conflict',
  event: string,
  { juror, entry, kind, reason }: { juror: string; entry: string; kind: ConflictKind; reason: string },
): Promise<{ conflict: string } | Refusal> {
  const [made] = await (await db())
    .insert(conflicts)
    .values({
      jurorId: juror,
      entryId: entry,
      kind,
      reason,
      recordedAt: now(),
      recordedBy: actor.personId,
    })
    .onConflictDoNothing()
    .returning()
  if (!made) return refuse('conflict-known', { field: 'entry' })
  await keepApart([made])
  await record({
    actor,
    action,
    object: { kind: 'conflict', id: made.id },
    event,
    details: { juror, entry, kind },
  })
  await refillPanel(event, actor)
  return { conflict: made.id }
}
