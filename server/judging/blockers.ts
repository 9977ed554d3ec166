import 'server-only'
import { transaction } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Effect, effectOf } from '@/domain/ranking/effect-of'
import { ifAbsent, mostItCanChange } from '@/domain/ranking/what-if'
import { type Refusal, refuse } from '@/domain/refusal'
import { record as audit } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { juryPlace } from '../ranking/jury-place'
import { type RankedRecord, rankingOf } from '../ranking/ranking-of'
import { type MissingBallot, missingBallots } from './missing-ballots'

/** A ballot that scoring still waits for, and what each choice about it does to the ranking as it stands. */
export interface Blocker extends MissingBallot {
  /** Weighted criteria it has a mark on. */
  readonly given: number
  /** Null for whom the ranking is not, and where there are too many to weigh. */
  readonly effects: {
    /** The most that the ballot can still change. */
    readonly wait: Effect
    /** What leaving it out changes; and whether the team then has too few ballots to be promoted. */
    readonly absent: Effect
    readonly tooFew: boolean
  } | null
}

/** Each takes three rankings; beyond this nobody weighs them one by one. */
const MOST_WEIGHED = 60

/**
 * What keeps scoring open, by name. Who may see the ranking reads beside each what waiting for it and marking it absent
 * would do, and that look is written down like any other; the rest of the desk reads the names alone.
 */
export async function blockers(
  actor: Actor,
  { event: id }: { event: string },
): Promise<{ blockers: readonly Blocker[]; weighed: boolean } | Refusal> {
  return transaction(async () => {
    const found = await findEventById(id)
    if (!found) return refuse('not-found')
    const no = can(actor, 'see-desk', { event: found.facts }, now())
    if (no) return no
    const ranked = await rankingOf(found.event)
    const missing = missingBallots(ranked.record)
    const open = can(actor, 'see-ranking', juryPlace(actor, found, ranked.record), now()) === null
    const weighed = open && missing.length <= MOST_WEIGHED
    if (weighed && missing.length > 0)
      await audit({ actor, action: 'look-at-ranking', object: { kind: 'event', id }, event: id })
    return {
      weighed,
      blockers: missing.map((blocker) => ({
        ...blocker,
        given: givenIn(ranked, blocker),
        effects: weighed ? weigh(ranked, blocker) : null,
      })),
    }
  })
}

function givenIn({ record: { criteria, sheets } }: RankedRecord, { juror, entry }: MissingBallot): number {
  const sheet = sheets.find((one) => one.juror === juror && one.entry === entry)
  return criteria.filter(({ id, kind }) => kind === 'weighted' && typeof sheet?.marks[id] === 'number').length
}

function weigh({ input, ranking }: RankedRecord, cell: MissingBallot): Blocker['effects'] {
  const without = ifAbsent(input, cell)
  const counted = without.ranking.find(({ entry }) => entry === cell.entry)?.n ?? 0
  return {
    wait: mostItCanChange(input, ranking, cell),
    absent: effectOf(ranking, without),
    tooFew: counted < input.minBallots,
  }
}
