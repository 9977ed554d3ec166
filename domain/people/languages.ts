/** The languages mail is written in; the first where nobody's is known. */
export const LANGUAGES = ['en', 'fr', 'az'] as const
export type Language = (typeof LANGUAGES)[number]

const RANGE = /^\s*([a-z]{1,8}(?:-[a-z0-9]{1,8})*|\*)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?$/i

/** More than any browser sends; what comes after is not read. */
const MOST_RANGES = 30

/**
 * The language of ours a browser asks for most (`Accept-Language`: `fr-CA, az;q=0.9`), or null when it asks for none of
 * them. Of two asked for alike the first counts; what is malformed or not wanted (`q=0`) is passed over.
 */
export function preferredLanguage(acceptLanguage: string | null | undefined): Language | null {
  const wishes = (acceptLanguage ?? '').split(',', MOST_RANGES).flatMap((range) => {
    const [, tag, quality = '1'] = RANGE.exec(range) ?? []
    const language = LANGUAGES.find((known) => known === tag?.split('-')[0]?.toLowerCase())
    return language && Number(quality) > 0 ? [{ language, quality: Number(quality) }] : []
  })
  return wishes.sort((a, b) => b.quality - a.quality)[0]?.language ?? null
}

/** Whether a text names one of them. */
export const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text)
