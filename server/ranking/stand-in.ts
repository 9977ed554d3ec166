import 'server-only'
import { transaction } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record as audit } from '../audit'
import { now } from '../clock'
import { type FoundEvent, findEvent } from '../events/find-event'
import type { RecordedDecision } from './decisions'
import { juryPlace, seatOf } from './jury-place'
import { mayDecide } from './may-decide'
import { closeQuestions, openQuestions, type Question } from './open-questions'
import { type RankedRecord, rankingOf } from './ranking-of'

interface Address {
  readonly edition: string
  readonly event: string
}

/** What a juror decides in the president's place: the teams asked about, and nothing of where they stand. */
export interface StandIn {
  readonly found: FoundEvent
  readonly questions: readonly Question[]
  /** What they have decided so already. */
  readonly decisions: readonly RecordedDecision[]
  /** And what of it holds no longer, because the ballots have changed. */
  readonly moot: readonly RecordedDecision[]
  readonly teams: Readonly<Record<string, string>>
  /** False: nobody presides, and the first voting juror decides. */
  readonly presided: boolean
}

/**
 * The questions that fall to this juror because the president is in conflict with one of their entries. Only once
 * scoring is closed: that teams are tied, or too close to call, is a part of the ranking. Each look is written down.
 * Refused `not-found` to whom nothing falls, and to the jury desk, which decides with the whole ranking in sight.
 */
export async function standIn(actor: Actor, address: Address): Promise<StandIn | Refusal> {
  const shown = await fallsTo(actor, address)
  if (isRefusal(shown)) return shown
  const { id } = shown.found.event
  const entries = shown.questions.map((question) => question.entries)
  const object = { kind: 'event', id }
  await transaction(() =>
    audit({ actor, action: 'look-at-questions', object, event: id, details: { entries } }),
  )
  return shown
}

/** Whether something falls to this juror, for the page that leads there; it shows nothing of it. */
export async function isStandIn(actor: Actor, address: Address): Promise<boolean> {
  return !isRefusal(await fallsTo(actor, address))
}

/** Read outside of a transaction, because what is too close to call takes its time. */
async function fallsTo(actor: Actor, { edition, event }: Address): Promise<StandIn | Refusal> {
  const found = await findEvent(edition, event)
  const juror = found && seatOf(actor, found.event.id)
  if (!found || juror === undefined || found.facts.phase !== 'deliberation') return refuse('not-found')
  if (!can(actor, 'see-desk', { event: found.facts }, now())) return refuse('not-found')
  const ranked = await rankingOf(found.event)
  const { record } = ranked
  const asked = [...openQuestions(ranked), ...(mayFallToOthers(ranked) ? await closeQuestions(ranked) : [])]
  const questions = asked.filter(({ entries }) => mayDecide(actor, found, record, entries) === null)
  const isOwn = ({ by }: RecordedDecision) => by === juror
  const decisions = ranked.decisions.filter(isOwn)
  const moot = ranked.moot.filter((decision) => isOwn(decision) && decision.since === 'ballots')
  const told = [...questions, ...decisions, ...moot]
  if (told.length === 0) return refuse('not-found')
  const named = new Set(told.flatMap(({ entries }) => entries))
  const teams = record.entries.filter(({ id }) => named.has(id)).map(({ id, team }) => [id, team.name])
  const presided = !juryPlace(actor, found, record).presidentless
  return { found, questions, decisions, moot, teams: Object.fromEntries(teams), presided }
}

/** Whether anything can be for somebody else than the president to decide: only then the companion is waited for. */
function mayFallToOthers({ record: { jurors, conflicts } }: RankedRecord): boolean {
  const chair = jurors.find(({ president, seated }) => president && seated)
  return !chair || conflicts.some(({ juror }) => juror === chair.id)
}
