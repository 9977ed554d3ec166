import type { Openness } from './openness'

/** A place of a published result. `score` is the fair average. */
export interface Place {
  readonly rank: number
  readonly entry: string
  readonly team: { readonly slug: string; readonly name: string }
  readonly score: number | null
  readonly decidedBy: string | null
}

export interface ListedApart {
  readonly entry: string
  readonly team: { readonly slug: string; readonly name: string }
  readonly reason: string
}

export interface Places {
  readonly ranking: readonly Place[]
  readonly notRanked: readonly ListedApart[]
}

/** What of a result the public reads at each openness. */
const SHOWN: Record<Openness, (places: Places) => Places> = {
  winners: ({ ranking }) => ({
    ranking: ranking
      .filter(({ rank }) => rank === 1)
      .map((place) => ({ ...place, score: null, decidedBy: null })),
    notRanked: [],
  }),
  ranks: ({ ranking, notRanked }) => ({
    ranking: ranking.map((place) => ({ ...place, score: null })),
    notRanked,
  }),
  scores: (places) => places,
}

/** The places of a result as open as its organizer chose: the winners alone, the ranks, or the ranks with scores. */
export function shownPlaces(openness: Openness, places: Places): Places {
  return SHOWN[openness](places)
}
