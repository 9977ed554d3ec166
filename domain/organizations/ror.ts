import { type Refusal, refuse } from '@/domain/refusal'

/** Crockford's digits: no I, L, O and U, which are misread. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

const SHAPE = /^(?:https?:\/\/)?(?:ror\.org\/)?(0[a-hj-km-np-tv-z0-9]{6}[0-9]{2})$/

/**
 * A ROR id (Research Organization Registry) as it is kept, `0` and eight more, from itself or its web address. Its last
 * two digits are a checksum of the others (ISO 7064, MOD 97-10), so that nothing has to be asked of anybody.
 * Refused `ror-malformed`.
 */
export function rorId(written: string): string | Refusal {
  const id = SHAPE.exec(written.trim().toLowerCase())?.[1]
  return id && checksumOf(id.slice(1, 7)) === id.slice(7)
    ? id
    : refuse('ror-malformed', { field: 'rorId', ror: written.trim().slice(0, 100) })
}

function checksumOf(digits: string): string {
  let number = 0
  for (const digit of digits) number = number * DIGITS.length + DIGITS.indexOf(digit)
  return String(98 - ((number * 100) % 97)).padStart(2, '0')
}
