import 'server-only'
import { headers } from 'next/headers'
import { type Language, preferredLanguage } from '@/domain/people/languages'

/** The language of ours that the browser of this request asks for, or null. */
export async function requestLanguage(): Promise<Language | null> {
  return preferredLanguage((await headers()).get('accept-language'))
}
