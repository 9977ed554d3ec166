export const PROMOTION_STATES = [
  'open',
  'offered',
  'confirmed',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
] as const
export type PromotionState = (typeof PROMOTION_STATES)[number]

/** The states that hold a place in the parent event. */
export const HOLDING_STATES = [
  'offered',
  'confirmed',
  'accepted',
] as const satisfies readonly PromotionState[]
