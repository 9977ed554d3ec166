import { hasLetter } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'
import { withoutOverrides } from '@/domain/registration/import/clean-text'

export const MAX_NAME = 100

/**
 * A person's name as they write it: kept verbatim but for NFC, space at its ends and marks that
 * would turn the text around it, in any script.
 * Refused `name-unreadable` without a letter (empty, invisible or punctuation only) and `name-long`.
 */
export function personName(written: string, field = 'givenName'): string | Refusal {
  const name = withoutOverrides(written.normalize('NFC')).replace(
    /^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu,
    '',
  )
  if (!hasLetter(name) || /[\p{Cc}\u2028\u2029]/u.test(name)) return refuse('name-unreadable', { field })
  if (name.length > MAX_NAME) return refuse('name-long', { field, max: MAX_NAME })
  return name
}
