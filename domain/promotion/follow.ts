import type { PromotionState } from './states'

/** Where an offer may go next. What was declined, withdrawn or has expired stays so; the place goes to another. */
const NEXT: Record<PromotionState, readonly PromotionState[]> = {
  open: ['offered'],
  offered: ['confirmed', 'declined', 'expired', 'withdrawn'],
  confirmed: ['accepted', 'withdrawn', 'expired'],
  accepted: ['withdrawn'],
  declined: [],
  withdrawn: [],
  expired: [],
}

/** Whether an offer may step from one state to the other. */
export function mayBecome(from: PromotionState, to: PromotionState): boolean {
  return NEXT[from].includes(to)
}
