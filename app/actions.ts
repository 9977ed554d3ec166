'use server'

import { cookies } from 'next/headers'
import { secureCookies } from '@/server/session'
import { themeOf } from './theme'

const YEAR_SECONDS = 31_536_000

/** Remembers the chosen look; without a known one the device's is followed again. */
export async function chooseTheme(form: FormData): Promise<void> {
  const jar = await cookies()
  const theme = themeOf(form.get('theme'))
  if (!theme) return void jar.delete('theme')
  jar.set('theme', theme, { maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true, secure: secureCookies() })
}
