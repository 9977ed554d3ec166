import 'server-only'
import { cookies } from 'next/headers'
import { returnPath } from '@/domain/access/return-path'
import { secureCookies } from '../session'

export interface PendingSignIn {
  readonly email: string
  readonly next: string
}

const COOKIE = 'signing-in'
const KEPT_SECONDS = 1_800

/** Keeps the address a code was sent to, and where its owner wants to go, for the page that asks for the code. */
export async function rememberSignIn({ email, next }: { email: string; next?: string }): Promise<void> {
  const value = JSON.stringify({ email, next: returnPath(next) })
  const options = { maxAge: KEPT_SECONDS, httpOnly: true, sameSite: 'lax', secure: secureCookies() } as const
  ;(await cookies()).set(COOKIE, value, options)
}

/** The address this browser last asked a code for, or null. It is a convenience and proves nothing. */
export async function pendingSignIn(): Promise<PendingSignIn | null> {
  const value = (await cookies()).get(COOKIE)?.value
  if (!value) return null
  try {
    const { email, next } = JSON.parse(value)
    return typeof email === 'string' ? { email, next: returnPath(next) } : null
  } catch {
    return null
  }
}

/** Forgets it once the person is in. */
export async function forgetSignIn(): Promise<void> {
  ;(await cookies()).delete(COOKIE)
}
