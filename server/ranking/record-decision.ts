import 'server-only'
import { inArray } from 'drizzle-orm'
import { database, transaction } from '@/db/client'
import { decisionEntries, decisions as recorded } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import type { DecisionKind } from '@/domain/judging/states'
import { isLegible } from '@/domain/legible'
import { waitsForTie } from '@/domain/ranking/companion/close-group'
import { companionInputOf } from '@/domain/ranking/companion/companion-input'
import { type Decision, isSameGroup, isSameQuestion } from '@/domain/ranking/decisions'
import { rank } from '@/domain/ranking/rank'
import { type Refusal, refuse } from '@/domain/refusal'
import { record as audit } from '../audit'
import { now } from '../clock'
import { lockEvent } from '../events/lock-event'
import { type Close, closeCallIn } from './close-call-in'
import { sha256 } from './digest'
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
 * question is revoked. Entries the ladder can tell apart are put in order only where deliberation is asked for and they
 * are all those too close to call: what allowed it is recorded with it. Refused `decision-not-tied` for other entries,
 * `decision-named-twice`, `decision-tie-first` where one of them is tied with another team, `lost-ranking` when a ballot
 * changed meanwhile, `decision-no-gate-question` for an entry whose gate the jury does not question, `reason-needed`,
 * and by turn as `mayDecide` says.
 */
export async function recordDecision(
  actor: SignedIn,
  { event: id, kind, entries, reason }: NewDecision,
): Promise<{ decision: string } | Refusal> {
  if (new Set(entries).size < entries.length) return refuse('decision-named-twice', { field: 'entries' })
  // Drawn before the event is held: it takes its time, and what was drawn names the ballots it was drawn from.
  const drawn = kind === 'order' && seatOf(actor, id) !== undefined ? await closeCallIn(id, entries) : null
  return transaction(async () => {
    const found = await lockEvent(id)
    if (!found) return refuse('not-found')
    const ranked = await rankingOf(found.event)
    const no = mayDecide(actor, found, ranked.record, entries)
    if (no) return no
    if (!isLegible(reason)) return refuse('reason-needed', { field: 'reason' })
    const untied = isGate(kind) ? null : notTied(ranked, entries)
    const close = untied ? drawn : null
    const moot = isGate(kind)
      ? noGateQuestion(ranked, entries)
      : close
        ? notClose(ranked, entries, close)
        : untied
    if (moot) return moot
    const juror = seatOf(actor, id)
    if (juror === undefined) return refuse('not-allowed')
    const decided = { kind, entries: [...entries], ...(close ? { close } : {}) }
    await revokeEarlier(ranked, decided)
    const made = await write(id, juror, decided, reason.trim())
    await audit({
      actor,
      action: 'record-decision',
      object: { kind: 'decision', id: made },
      event: id,
      details: decided,
    })
    return { decision: made }
  })
}

const isGate = (kind: DecisionKind) => GATE_KINDS.includes(kind)

/** Refused when the ballots have changed since the chances were drawn, or a tie has to be settled first. */
function notClose(
  { input, ranking }: RankedRecord,
  entries: readonly string[],
  { seed }: Close,
): Refusal | null {
  if (companionInputOf(input, ranking, sha256).seed !== seed) return refuse('lost-ranking')
  return waitsForTie(input, entries) ? refuse('decision-tie-first', { field: 'entries' }) : null
}

/** Only what is tied when no decision is made may be put in order, and only as a whole. */
function notTied({ input }: RankedRecord, entries: readonly string[]): Refusal | null {
  const undecided = rank({ ...input, decisions: input.decisions.filter(({ kind }) => isGate(kind)) })
  const groups = undecided.ties.flatMap(({ shared }) => shared.map((tied) => tied.entries))
  const isGroup = groups.some((group) => isSameGroup(group, entries))
  return isGroup ? null : refuse('decision-not-tied', { field: 'entries' })
}

function noGateQuestion({ input }: RankedRecord, entries: readonly string[]): Refusal | null {
  const undecided = rank({ ...input, decisions: [] })
  const [entry] = entries
  const questioned = undecided.notRanked.some((out) => out.reason === 'gate' && out.entry === entry)
  return questioned && entries.length === 1 ? null : refuse('decision-no-gate-question', { field: 'entries' })
}

async function revokeEarlier(
  { decisions, moot }: RankedRecord,
  decided: Pick<Decision, 'kind' | 'entries' | 'close'>,
): Promise<void> {
  const earlier = [...decisions, ...moot].filter((decision) => isSameQuestion(decision, decided))
  if (earlier.length === 0) return
  const ids = earlier.map(({ id }) => id)
  await database.update(recorded).set({ revokedAt: now() }).where(inArray(recorded.id, ids))
}

async function write(
  eventId: string,
  decidedBy: string,
  { kind, entries, close }: Pick<Decision, 'kind' | 'entries' | 'close'>,
  reason: string,
): Promise<string> {
  const [made] = await database
    .insert(recorded)
    .values({ eventId, kind, reason, decidedAt: now(), decidedBy, close })
    .returning({ id: recorded.id })
  if (!made) throw new Error('not written')
  const rows = entries.map((entryId, index) => ({ decisionId: made.id, entryId, position: index + 1 }))
  await database.insert(decisionEntries).values(rows)
  return made.id
}
