/** A small seeded generator (mulberry32): the same seed gives the same marks on any machine. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A roughly normal deviate with mean 0 and spread 1. */
const deviate = (random: () => number) => random() + random() + random() + random() + random() + random() - 3

/**
 * An invented mark on the grid 0–10 by ½: how good the team is, how strict the seat is (both out of 100), and chance.
 */
export function inventMark(quality: number, severity: number, random: () => number): number {
  const value = (quality + severity + 5.5 * deviate(random)) / 10
  return Math.min(10, Math.max(0, Math.round(value * 2) / 2))
}

export function uuidOf(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16))
  digits[12] = '4'
  digits[16] = '8'
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
