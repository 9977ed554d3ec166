/** A stream of whole numbers from 0 to below `bound`, the same for the same seed. */
export type Draw = (bound: number) => number

/** Spreads a seed's letters over 32 bits (FNV-1a) and draws from there (mulberry32). */
export function drawsFrom(seed: string): Draw {
  let state = 0x811c9dc5
  for (let place = 0; place < seed.length; place += 1) {
    state = Math.imul(state ^ seed.charCodeAt(place), 0x01000193)
  }
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound)
  }
}

/** The items in an order that the draw decides. */
export function shuffled<T>(items: readonly T[], draw: Draw): T[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1)
    const moved = order[last] as T
    order[last] = order[other] as T
    order[other] = moved
  }
  return order
}
