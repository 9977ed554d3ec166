import 'server-only'
import { inArray } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { decisionEntries, decisions } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import type { DecisionKind } from '@/domain/judging/states'
import { isLegible } from '@/domain/legible'
import { rank } from '@/domain/ranking/rank'
import { type Refusal, refuse } from '@/domain/refusal'
import { record as audit } from '../audit'
import { now } from '../clock'
import { lockEvent } from '../events/lock-event'
import { seatOf } from './jury-place'
import { mayDecide } from './may-decide'
import { type RankedRecord, rankingOf } from './ranking-of'

export interface NewDecision {
  readonly event: string
  readonly kind: DecisionKind
  /** From first to last for an order; the tied group for a shared rank; the one entry for a gate. */
  readonly entries: readonly string[]
  readonly reason: string
}

const GATE_KINDS: readonly DecisionKind[] = ['gate-pass', 'gate-fail']

/**
 * Records what the president (or the juror who stands in) decided, with the reason; an earlier decision on the same
 * question is revoked. Refused `decision-not-tied` for entries the ladder can tell apart, `decision-no-gate-question`
 * for an entry whose gate the jury does not question, `reason-needed`, and by turn as `mayDecide` says.
 */
export async function recordDecision(
  actor: SignedIn,
  { event: id, kind, entries, reason }: NewDecision,
): Promise<{ decision: string } | Refusal> {
  return transaction(async () => {
    const found = await lockEvent(id)
    if (!found) return refuse('not-found')
    const ranked = await rankingOf(found.event)
    const no = mayDecide(actor, found, ranked.record, entries)
    if (no) return no
    if (!isLegible(reason)) return refuse('reason-needed', { field: 'reason' })
    const moot = isGate(kind) ? noGateQuestion(ranked, entries) : notTied(ranked, entries)
    if (moot) return moot
    const juror = seatOf(actor, id)
    if (juror === undefined) return refuse('not-allowed')
    await revokeEarlier(ranked, kind, entries)
    const made = await write(id, juror, kind, entries, reason.trim())
    const details = { kind, entries: [...entries] }
    await audit({
      actor,
      action: 'record-decision',
      object: { kind: 'decision', id: made },
      event: id,
      details,
    })
    return { decision: made }
  })
}

const isGate = (kind: DecisionKind) => GATE_KINDS.includes(kind)

/** Only what is tied when no decision is made may be put in order, and only as a whole. */
function notTied({ input }: RankedRecord, entries: readonly string[]): Refusal | null {
  const undecided = rank({ ...input, decisions: input.decisions.filter(({ kind }) => isGate(kind)) })
  const groups = undecided.ties.flatMap(({ shared }) => shared.map((tied) => tied.entries))
  const isGroup = groups.some((group) => isSameSet(group, entries))
  return isGroup ? null : refuse('decision-not-tied', { field: 'entries' })
}

function noGateQuestion({ input }: RankedRecord, entries: readonly string[]): Refusal | null {
  const undecided = rank({ ...input, decisions: [] })
  const [entry] = entries
  const questioned = undecided.notRanked.some((out) => out.reason === 'gate' && out.entry === entry)
  return questioned && entries.length === 1 ? null : refuse('decision-no-gate-question', { field: 'entries' })
}

const isSameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && new Set(b).size === b.length && b.every((item) => a.includes(item))

async function revokeEarlier(
  { decisions: known }: RankedRecord,
  kind: DecisionKind,
  entries: readonly string[],
) {
  const earlier = known.filter(
    (decision) =>
      isGate(decision.kind) === isGate(kind) && decision.entries.some((entry) => entries.includes(entry)),
  )
  if (earlier.length === 0) return
  const ids = earlier.map(({ id }) => id)
  await (await db()).update(decisions).set({ revokedAt: now() }).where(inArray(decisions.id, ids))
}

async function write(
  eventId: string,
  decidedBy: string,
  kind: DecisionKind,
  entries: readonly string[],
  reason: string,
): Promise<string> {
  const database = await db()
  const [made] = await database
    .insert(decisions)
    .values({ eventId, kind, reason, decidedAt: now(), decidedBy })
    .returning({ id: decisions.id })
  if (!made) throw new Error('not written')
  const rows = entries.map((entryId, index) => ({ decisionId: made.id, entryId, position: index + 1 }))
  await database.insert(decisionEntries).values(rows)
  return made.id
}
