/** What may be written on a scale: from `min` to `max`, both included, in steps. */
export interface Scale {
  readonly min: number
  readonly max: number
  readonly step: number
}

/** Whether a value stands on the scale's grid, compared as the decimals they are written as: 0.3 is three tenths. */
export function isOnGrid(value: number, { min, max, step }: Scale): boolean {
  if (!Number.isFinite(value) || value < min || value > max) return false
  const written = [value, min, step].map(String)
  if (written.some((text) => text.includes('e'))) return false
  const places = Math.max(...written.map((text) => text.split('.')[1]?.length ?? 0))
  const [at = 0n, from = 0n, by = 1n] = [value, min, step].map((number) => scaled(number, places))
  return (at - from) % by === 0n
}

const scaled = (number: number, places: number) => BigInt(number.toFixed(places).replace('.', ''))
