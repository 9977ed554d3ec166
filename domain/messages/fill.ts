/** What an organizer may write in braces; everything else in braces is refused when it is written. */
export const PLACEHOLDERS = ['name', 'team', 'event', 'link'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

const IN_BRACES = /\{([^{}\n]*)\}/g

/** The first thing in braces that is no placeholder, as it was written, or null. */
export function unknownPlaceholder(text: string): string | null {
  const known: readonly string[] = PLACEHOLDERS
  return [...text.matchAll(IN_BRACES)].find(([, name = '']) => !known.includes(name))?.[0] ?? null
}

/**
 * The text as one recipient reads it. Each place is filled once and what fills it is never read for places again, so a
 * team named “{link}” is only a name; line breaks and control characters of a value are spaces.
 */
export function fill(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replace(IN_BRACES, (whole, name: string) =>
    Object.hasOwn(values, name) ? oneLine(values[name as Placeholder]) : whole,
  )
}

/** A text on one line: what a header or a name must be. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
