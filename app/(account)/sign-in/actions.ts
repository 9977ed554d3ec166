'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { returnPath } from '@/domain/access/return-path'
import { isRefusal } from '@/domain/refusal'
import { formAction } from '@/server/action'
import { signOut } from '@/server/auth'
import { requestLanguage } from '@/server/request-language'
import { enterByCode, enterByLink } from '@/server/sign-in/enter'
import { forgetSignIn, pendingSignIn, rememberSignIn } from '@/server/sign-in/pending'
import { linkByToken } from '@/server/sign-in/queries'
import { sendCode } from '@/server/sign-in/send-code'

const email = z.email('email-malformed').max(200)
const next = z.string().optional().transform(returnPath)

export const requestCode = formAction(
  z.object({ email: z.string().trim().toLowerCase().pipe(email), next }),
  async (_anyone, input) => sendCode({ ...input, language: await requestLanguage() }),
  async (_sent, input) => {
    await rememberSignIn(input)
    redirect('/sign-in/code')
  },
)

export const resendCode = formAction(z.object({ email }), async (_anyone, input) =>
  sendCode({ ...input, next: (await pendingSignIn())?.next, language: await requestLanguage() }),
)

export const enterCode = formAction(
  z.object({ email, code: z.string().max(50) }),
  (_anyone, input) => enterByCode(input),
  async () => {
    const pending = await pendingSignIn()
    await forgetSignIn()
    redirect(returnPath(pending?.next) as Route)
  },
)

/** Uses a mailed link up. Only a press of its button gets here: mail scanners open links, but send no forms. */
export const enterLink = formAction(z.object({ token: z.string().max(100) }), async (_anyone, { token }) => {
  const link = await linkByToken(token)
  const entered = await enterByLink({ token })
  if (isRefusal(entered)) return entered
  return redirect(returnPath(link?.next) as Route)
})

export async function leave(): Promise<void> {
  await signOut({ redirect: false })
  redirect('/' as Route)
}
