import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { decisionEntries, decisions } from '@/db/schema'
import type { Decision } from '@/domain/ranking/decisions'

export interface RecordedDecision extends Decision {
  readonly reason: string
  readonly decidedAt: Date
}

/** An event's decisions that hold, oldest first. */
export async function decisionsOf(eventId: string): Promise<RecordedDecision[]> {
  const rows = await (await db())
    .select({
      id: decisions.id,
      kind: decisions.kind,
      reason: decisions.reason,
      decidedAt: decisions.decidedAt,
      by: decisions.decidedBy,
      close: decisions.close,
      entry: decisionEntries.entryId,
    })
    .from(decisions)
    .innerJoin(decisionEntries, eq(decisionEntries.decisionId, decisions.id))
    .where(and(eq(decisions.eventId, eventId), isNull(decisions.revokedAt)))
    .orderBy(asc(decisions.decidedAt), asc(decisions.id), asc(decisionEntries.position))
  const found = new Map<string, RecordedDecision & { entries: string[] }>()
  for (const { entry, close, ...row } of rows) {
    const known = found.get(row.id) ?? { ...row, ...(close ? { close } : {}), entries: [] }
    known.entries.push(entry)
    found.set(row.id, known)
  }
  return [...found.values()]
}
