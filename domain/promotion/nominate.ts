import type { PromotionState } from './states'

/** A place of the published result, best first; what the event's rule asks about the team that holds it. */
export interface Candidate {
  readonly entry: string
  readonly rank: number | null
  /** The root institution the team represents; null when it represents none. */
  readonly root: string | null
  readonly withdrawn: boolean
}

/** The event's promotion rule. `capPerRoot`: how many teams of one root institution may go; null for any number. */
export interface PromotionRule {
  readonly slots: number
  readonly capPerRoot: number | null
}

/** A place in the parent event that was or is somebody's. */
export interface Offer {
  readonly slot: number
  readonly state: PromotionState
  readonly entry: string | null
}

/** Why the rule passes a better placed team over. */
export const PASSED_OVER_REASONS = ['not-ranked', 'withdrawn', 'answered', 'cap-per-institution'] as const
export type PassedOverReason = (typeof PASSED_OVER_REASONS)[number]

export interface Nomination {
  /** Who the rule names next; null when nobody is left, and the place stays open. */
  readonly nominee: Candidate | null
  /** Better placed teams that hold no place, each with the reason. */
  readonly passedOver: readonly { readonly entry: string; readonly reason: PassedOverReason }[]
  /** Who would be next if the nominee does not come, in order. */
  readonly reserves: readonly string[]
}

const HOLDS: readonly PromotionState[] = ['offered', 'confirmed', 'accepted']

/** Whether an offer holds its place. */
export const holdsPlace = ({ state }: Pick<Offer, 'state'>) => HOLDS.includes(state)

/** The lowest slot that nobody holds, or null when all are held. */
export function freeSlot({ slots }: PromotionRule, offers: readonly Offer[]): number | null {
  const held = new Set(offers.filter(holdsPlace).map(({ slot }) => slot))
  for (let slot = 1; slot <= slots; slot += 1) if (!held.has(slot)) return slot
  return null
}

/**
 * Who the rule names for a free place: the best placed team that is eligible, has not answered an offer already and
 * does not exceed its institution's share.
 */
export function nominate(
  candidates: readonly Candidate[],
  rule: PromotionRule,
  offers: readonly Offer[],
): Nomination {
  const holding = new Set(offers.filter(holdsPlace).map(({ entry }) => entry))
  const waiting = candidates.filter(({ entry }) => !holding.has(entry))
  const reasonOf = (candidate: Candidate) => whyNot(candidate, candidates, rule, offers)
  const place = waiting.findIndex((candidate) => reasonOf(candidate) === null)
  const nominee = waiting[place] ?? null
  const better = nominee ? waiting.slice(0, place) : waiting
  return {
    nominee,
    passedOver: better.flatMap((candidate) => {
      const reason = reasonOf(candidate)
      return reason === null ? [] : [{ entry: candidate.entry, reason }]
    }),
    reserves: nominee
      ? waiting
          .slice(place + 1)
          .filter((candidate) => reasonOf(candidate) === null)
          .map(({ entry }) => entry)
      : [],
  }
}

function whyNot(
  { entry, rank, root, withdrawn }: Candidate,
  candidates: readonly Candidate[],
  { capPerRoot }: PromotionRule,
  offers: readonly Offer[],
): PassedOverReason | null {
  if (withdrawn) return 'withdrawn'
  if (rank === null) return 'not-ranked'
  if (offers.some((offer) => offer.entry === entry && !holdsPlace(offer))) return 'answered'
  if (capPerRoot === null || root === null) return null
  const rootOfEntry = new Map(candidates.map((candidate) => [candidate.entry, candidate.root]))
  const sent = offers.filter((offer) => holdsPlace(offer) && rootOfEntry.get(offer.entry ?? '') === root)
  return sent.length >= capPerRoot ? 'cap-per-institution' : null
}
