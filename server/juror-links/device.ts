import 'server-only'
import { cookies } from 'next/headers'
import { secureCookies } from '../session'
import { drawToken, isToken } from './token'

const COOKIE = 'apogee.device'
const KEPT_SECONDS = 60 * 86_400

/** The secret this browser is known by, or null before it first pressed Start on a personal link. */
export async function knownDevice(): Promise<string | null> {
  const value = (await cookies()).get(COOKIE)?.value
  return isToken(value) ? value : null
}

/** The secret this browser is known by from now on. No script reads it, and it says nothing about who uses it. */
export async function markDevice(): Promise<string> {
  const device = (await knownDevice()) ?? drawToken()
  const options = {
    maxAge: KEPT_SECONDS,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: secureCookies(),
  } as const
  ;(await cookies()).set(COOKIE, device, options)
  return device
}
