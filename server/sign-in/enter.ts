import 'server-only'
import { AuthError } from 'next-auth'
import { type Refusal, refuse } from '@/domain/refusal'
import { signIn } from '../auth'
import { codeRefusal } from './code-refusal'

/**
 * Signs this browser in by the mailed code.
 * Refused `code-wrong` (how many attempts are left), `code-used-up`, `code-over`.
 */
export async function enterByCode(input: {
  email: string
  code: string
}): Promise<{ entered: true } | Refusal> {
  return (await enters('code', input)) ? { entered: true } : codeRefusal(input.email)
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
