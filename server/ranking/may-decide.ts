import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { deciderOf } from '@/domain/ranking/decisions'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import type { FoundEvent } from '../events/find-event'
import { cellOf, type JuryRecord } from '../judging/jury-record'
import { juryPlace, seatOf } from './jury-place'
import { rankingInput } from './ranking-input'

/** The seat whose decision a group of entries is; null when every juror is in conflict with it. */
export function deciderFor(record: JuryRecord, group: readonly string[]): string | null {
  const apart = new Set(record.conflicts.map(cellOf))
  return deciderOf(group, rankingInput(record, [], 0).jurors, { has: (cell) => apart.has(cellOf(cell)) })
}

/**
 * Whether the actor may decide about these entries, now. Refused `decision-conflicted` when they preside and must not
 * decide about this group, `decision-of-president` when they are another juror and it is not their turn.
 */
export function mayDecide(
  actor: Actor,
  found: FoundEvent,
  record: JuryRecord,
  group: readonly string[],
): Refusal | null {
  const no = can(actor, 'decide', juryPlace(actor, found, record), now())
  if (no) return no
  const juror = seatOf(actor, found.facts.id)
  if (juror !== undefined && deciderFor(record, group) === juror) return null
  const presides = record.jurors.some(({ id, president }) => id === juror && president)
  return refuse(presides ? 'decision-conflicted' : 'decision-of-president')
}
