export interface SeatCounts {
  /** Seats of the event's own jury. */
  readonly own: number
  /** Those of them that vote. */
  readonly voting: number
  /** Seats of the juries of special prizes. */
  readonly prizes: number
}

/** How many seats an event's juries have: special prizes' are told apart, so that its own jury is as large everywhere. */
export function seatCounts(
  seats: readonly { readonly award: string | null; readonly voting: boolean }[],
): SeatCounts {
  const own = seats.filter(({ award }) => award === null)
  return {
    own: own.length,
    voting: own.filter(({ voting }) => voting).length,
    prizes: seats.length - own.length,
  }
}
