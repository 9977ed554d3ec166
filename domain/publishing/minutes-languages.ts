/** The languages the minutes are written in. */
export const MINUTES_LANGUAGES = ['en', 'fr', 'az'] as const
export type MinutesLanguage = (typeof MINUTES_LANGUAGES)[number]
