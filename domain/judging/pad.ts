import type { Scale } from './on-grid'

/** The keys of a pad: whole numbers and, where the step is a half, one that adds it. Null: the scale needs a list. */
export function padOf({ min, max, step }: Scale): { wholes: readonly number[]; half: boolean } | null {
  const fits = Number.isInteger(min) && Number.isInteger(max) && max - min <= 10
  if (!fits || (step !== 1 && step !== 0.5)) return null
  return { wholes: Array.from({ length: max - min + 1 }, (_, up) => min + up), half: step === 0.5 }
}

/** What a touched whole number makes of a cell: itself, or nothing when it was touched already. */
export function touchWhole(value: number | null, whole: number): number | null {
  return value !== null && Math.floor(value) === whole ? null : whole
}

/** What the ½ key makes of a cell: half a step more, or back. Without a mark, or at the top, it does nothing. */
export function touchHalf(value: number | null, { max }: Scale): number | null {
  if (value === null) return null
  if (!Number.isInteger(value)) return Math.floor(value)
  return value + 0.5 <= max ? value + 0.5 : value
}

/** Every value of a scale that a pad cannot show. */
export function valuesOf({ min, max, step }: Scale): readonly number[] {
  const count = Math.round((max - min) / step)
  return Array.from({ length: Math.min(count, 1000) + 1 }, (_, up) => Number((min + up * step).toFixed(6)))
}
