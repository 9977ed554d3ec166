'use server'

import type { Route } from 'next'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { returnPath } from '@/domain/access/return-path'
import { signIn, signOut } from '@/server/auth'
import { isDemo } from '@/server/env'
import { secureCookies } from '@/server/session'
import { landingOf } from './demo-roles'

/** Steps into the example person of an address, or out of all of them without one. Demo only. */
export async function stepInto(form: FormData): Promise<void> {
  if (!isDemo()) notFound()
  const email = String(form.get('email') ?? '')
  const here = await currentPath()
  if (email) await signIn('demo', { email, redirect: false })
  else await signOut({ redirect: false })
  redirect(landingOf(email, here) as Route)
}

/** Folds the bar away, or out again. */
export async function foldBar(form: FormData): Promise<void> {
  const jar = await cookies()
  if (form.get('hidden') === 'yes')
    jar.set('demo-bar', 'hidden', { sameSite: 'lax', httpOnly: true, secure: secureCookies() })
  else jar.delete('demo-bar')
}

/** The page one stands on: a form's request goes to it. */
async function currentPath(): Promise<string> {
  const given = await headers()
  const referer = given.get('referer')
  const from = referer && URL.canParse(referer) ? new URL(referer) : null
  if (from && from.host === given.get('host')) return returnPath(from.pathname + from.search)
  return returnPath(given.get('x-path'))
}
