import { CODE_ALPHABET } from '@/domain/teams/invitation-code'

const HALF = 4

/** A code such as `K7WD-RT9M`. `draw(n)` gives a whole number from 0 to n − 1. */
export function drawSetupCode(draw: (below: number) => number): string {
  const half = () =>
    Array.from({ length: HALF }, () => CODE_ALPHABET.charAt(draw(CODE_ALPHABET.length))).join('')
  return `${half()}-${half()}`
}

/** The code somebody typed (`k7wd rt9m`), as it was drawn; what cannot be one stays what it is. */
export function readSetupCode(typed: string): string {
  const code = typed.replace(/[\s\p{Pd}]/gu, '').toUpperCase()
  return `${code.slice(0, HALF)}-${code.slice(HALF)}`
}
