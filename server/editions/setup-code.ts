import 'server-only'
import { randomInt, timingSafeEqual } from 'node:crypto'
import { database } from '@/db/client'
import { competitions } from '@/db/schema'
import { drawSetupCode, readSetupCode } from '@/domain/editions/setup-code'
import { type Refusal, refuse } from '@/domain/refusal'
import { withinLimit } from '../rate-limit'
import { hashOf } from '../sign-in/hash'

// Shared by every bundle of this process, and kept nowhere else.
const process_ = globalThis as typeof globalThis & { apogeeSetupCode?: string }

const LIMIT = { times: 20, minutes: 15 }

/** The code by which whoever started this process proves it to the wizard. Another process has another one. */
export function setupCode(): string {
  process_.apogeeSetupCode ??= drawSetupCode((below) => randomInt(below))
  return process_.apogeeSetupCode
}

/** Refused `setup-code-wrong`, and `setup-code-tried` after twenty tries in a quarter of an hour, also of the right one. */
export async function proveSetupCode(typed: string): Promise<Refusal | null> {
  // Whoever starts the server anew has a new code, and is not kept out by what others tried.
  const key = `setup:${hashOf(setupCode()).slice(0, 16)}`
  if (!(await withinLimit(key, LIMIT)))
    return refuse('setup-code-tried', { field: 'setup', minutes: LIMIT.minutes })
  const [given, right] = [readSetupCode(typed), setupCode()].map((code) => Buffer.from(hashOf(code)))
  if (given && right && timingSafeEqual(given, right)) return null
  return refuse('setup-code-wrong', { field: 'setup' })
}

/** Whether this installation has its competition. */
export async function isFounded(): Promise<boolean> {
  return (await database.select({ id: competitions.id }).from(competitions).limit(1)).length > 0
}
