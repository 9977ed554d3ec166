const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Zs}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu
/** Marks that turn the direction of the text around them: no part of a name, and a way to disguise one. */
const DIRECTION_OVERRIDES = /[\u202a-\u202e\u2066-\u2069\ufeff]/g
const UNSEEN = /[\s\p{Cc}\p{Cf}]/u

/** Text as it was meant: NFC, no control characters or direction overrides, single spaces, nothing invisible at its ends. */
export function cleanText(text: string): string {
  const composed = withoutOverrides(text.normalize('NFC')).replace(/[\s\p{Cc}]+/gu, ' ')
  let start = 0
  let end = composed.length
  while (start < end && UNSEEN.test(composed.charAt(start))) start += 1
  while (end > start && UNSEEN.test(composed.charAt(end - 1))) end -= 1
  return composed.slice(start, end)
}

/** A text without what turns the direction of the text around it. */
export function withoutOverrides(text: string): string {
  return text.replace(DIRECTION_OVERRIDES, '')
}

/** Whether something was typed and none of it can be seen: zero-width characters, fillers, loose accents. */
export function isInvisible(text: string): boolean {
  return text.trim() !== '' && text.replace(INVISIBLE, '') === ''
}

/** A full name in two: the last word is the family name, or the first where the list is written that way. */
export function splitName(
  name: string,
  order: 'given-first' | 'family-first' = 'given-first',
): { firstName: string; lastName: string } {
  const clean = cleanText(name)
  const comma = clean.indexOf(',')
  if (comma > 0) return { firstName: clean.slice(comma + 1).trim(), lastName: clean.slice(0, comma).trim() }
  const words = clean.split(' ')
  if (words.length === 1) return { firstName: clean, lastName: '' }
  return order === 'family-first'
    ? { firstName: words.slice(1).join(' '), lastName: words[0] ?? '' }
    : { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) ?? '' }
}
