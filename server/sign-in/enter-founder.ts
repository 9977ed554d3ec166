import 'server-only'
import { randomBytes } from 'node:crypto'
import { database } from '@/db/client'
import { signInCodes } from '@/db/schema'
import type { Refusal } from '@/domain/refusal'
import { realNow } from '../clock'
import { enterByLink } from './enter'
import { hashOf } from './hash'

const SECONDS = 60

/**
 * Signs this browser in as who has founded the installation in this very request: what they showed for that is proof
 * enough. It is a link like any mailed one, used up at once.
 */
export async function enterAsFounder({ email }: { email: string }): Promise<{ entered: true } | Refusal> {
  const [token, code] = [randomBytes(24), randomBytes(24)].map((bytes) => bytes.toString('base64url'))
  const createdAt = realNow()
  await database.insert(signInCodes).values({
    email,
    codeHash: hashOf(code ?? ''),
    linkHash: hashOf(token ?? ''),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + SECONDS * 1000),
  })
  return enterByLink({ token: token ?? '' })
}
