/** The smallest seat from 1 to `seats` nobody sits on, or null when the team is full. */
export function freeSeat(seats: number, taken: readonly number[]): number | null {
  const found = Array.from({ length: seats }, (_, index) => index + 1).find((seat) => !taken.includes(seat))
  return found ?? null
}
