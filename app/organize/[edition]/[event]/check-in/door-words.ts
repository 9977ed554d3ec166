import 'server-only'
import { getTranslations } from 'next-intl/server'

/** The door's own sentences for the browser, with their places still open. */
export async function doorWords() {
  const t = await getTranslations('checkIn')
  const keys = [
    'search',
    'check-in',
    'undo',
    'came',
    'arrived',
    'arrived-here',
    'nobody',
    'sent',
    'sending',
    'waiting',
    'waiting-one',
    'sign-in',
    'unknown',
    'express',
    'express-how',
    'next',
    'all',
    'missing',
    'here',
    'consent',
    'consent-missing',
  ] as const
  return Object.fromEntries(keys.map((key) => [key, t.raw(key) as string])) as Record<
    (typeof keys)[number],
    string
  >
}

export type DoorWords = Awaited<ReturnType<typeof doorWords>>
