import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import { transaction } from '@/db/client'
import { signInCodes } from '@/db/schema'
import type { Language } from '@/domain/people/languages'
import { type Refusal, refuse } from '@/domain/refusal'
import { realNow } from '../clock'
import { baseUrl } from '../env'
import { enqueueMail } from '../mail'
import { withinLimit } from '../rate-limit'
import { hashOf } from './hash'

export const CODE_MINUTES = 10

/**
 * Mails six digits and a link to an address, known or not (the answer never tells which): one that is nobody's yet in
 * `language`.
 * Refused `slow-down` after five mails to one address in a quarter of an hour.
 */
export async function sendCode({
  email,
  next,
  language,
}: {
  email: string
  next?: string
  language?: Language | null
}): Promise<{ email: string } | Refusal> {
  const address = email.trim().toLowerCase()
  if (!(await withinLimit(`code:${address}`, { times: 5, minutes: 15 })))
    return refuse('slow-down', { minutes: 15 })
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const token = randomBytes(24).toString('base64url')
  const createdAt = realNow()
  await transaction(async (tx) => {
    await tx.insert(signInCodes).values({
      email: address,
      codeHash: hashOf(`${address}:${code}`),
      linkHash: hashOf(token),
      nextPath: next,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + CODE_MINUTES * 60_000),
    })
    await enqueueMail({
      to: address,
      template: 'sign-in',
      language,
      values: { code, link: `${baseUrl()}/sign-in/link/${token}`, minutes: CODE_MINUTES },
    })
  })
  return { email: address }
}
