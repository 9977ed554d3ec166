import 'server-only'
import { AuthError } from 'next-auth'
import { type Refusal, refuse } from '@/domain/refusal'
import { signIn } from '../auth'
import { MAX_ATTEMPTS } from './prove-code'
import { attemptsMade } from './queries'

/**
 * Signs this browser in by the mailed code.
 * Refused `code-wrong` (how many attempts are left), `code-used-up`, `code-over`.
 */
export async function enterByCode(input: {
  email: string
  code: string
}): Promise<{ entered: true } | Refusal> {
  return (await enters('code', input)) ? { entered: true } : whyNot(input.email)
}

/** Signs this browser in by the mailed link. Refused `gone-link`. */
export async function enterByLink(input: { token: string }): Promise<{ entered: true } | Refusal> {
  return (await enters('link', input)) ? { entered: true } : refuse('gone-link')
}

async function enters(way: 'code' | 'link', input: Record<string, string>): Promise<boolean> {
  try {
    await signIn(way, { ...input, redirect: false })
    return true
  } catch (error) {
    if (error instanceof AuthError && error.type === 'CredentialsSignin') return false
    throw error
  }
}

async function whyNot(email: string): Promise<Refusal> {
  const attempts = await attemptsMade(email)
  if (attempts === null) return refuse('code-over', { field: 'code' })
  const left = MAX_ATTEMPTS - attempts
  return left > 0 ? refuse('code-wrong', { field: 'code', left }) : refuse('code-used-up', { field: 'code' })
}
