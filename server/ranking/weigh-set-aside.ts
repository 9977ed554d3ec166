import 'server-only'
import { type Effect, effectOf } from '@/domain/ranking/effect-of'
import { ifSetAside } from '@/domain/ranking/what-if'
import type { RankedRecord } from './ranking-of'

/** A submitted ballot with the ranking as it is and as it would be with the ballot set aside, or counted again. */
export interface Weighed {
  readonly ballot: string
  readonly juror: string
  readonly entry: string
  /** Why it is set aside; null while it counts. */
  readonly reason: string | null
  /** A conflict set it aside: it counts again when that is lifted, not before. */
  readonly conflict: boolean
  readonly effect: Effect
  /** The entries whose rank or fair average the choice changes most, best first. */
  readonly moves: readonly {
    readonly entry: string
    readonly with: Place | null
    readonly without: Place | null
  }[]
}

interface Place {
  readonly rank: number
  readonly score: number
}

/** Ranks with and without one ballot. Says nothing about who may see it; null for what is no submitted ballot. */
export function weighSetAside({ record, input, ranking }: RankedRecord, ballot: string): Weighed | null {
  const sheet = record.sheets.find((one) => one.ballot === ballot)
  if (sheet?.status !== 'submitted') return null
  const { juror, entry, setAside: reason, conflict } = sheet
  const turned = ifSetAside(input, { juror, entry }, reason === null)
  const [counted, aside] = reason === null ? [ranking, turned] : [turned, ranking]
  const placeIn = (list: typeof ranking, id: string): Place | null => {
    const place = list.ranking.find((one) => one.entry === id)
    return place ? { rank: place.rank, score: place.score } : null
  }
  const moves = input.entries
    .map(({ id }) => ({ entry: id, with: placeIn(counted, id), without: placeIn(aside, id) }))
    .filter((move) => move.entry === entry || move.with?.rank !== move.without?.rank)
    .sort((a, b) => (a.with?.rank ?? 0) - (b.with?.rank ?? 0))
  return { ballot, juror, entry, reason, conflict, effect: effectOf(ranking, turned), moves }
}
