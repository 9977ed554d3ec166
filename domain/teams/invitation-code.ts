/** Letters and digits nobody mistakes for another: no 0 or O, no 1, I or L. */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 6

/** A code of six characters. `draw(n)` gives a whole number from 0 to n − 1. */
export function drawInvitationCode(draw: (below: number) => number): string {
  return Array.from({ length: LENGTH }, () => CODE_ALPHABET.charAt(draw(CODE_ALPHABET.length))).join('')
}

/** The code somebody typed or followed (`7kq-2nz` is `7KQ2NZ`), or null when it cannot be one. */
export function readInvitationCode(typed: string): string | null {
  const code = typed
    .trim()
    .replace(/^.*\/j\//i, '')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
  return /^[A-HJKMNP-Z2-9]{6}$/.test(code) ? code : null
}
