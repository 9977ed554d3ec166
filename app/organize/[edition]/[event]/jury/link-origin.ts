import 'server-only'
import { headers } from 'next/headers'
import { env } from '@/server/env'

/**
 * Where a juror's phone finds this installation: as it was set, else as the organizer's own browser reached it. `near`
 * when that is a name by which every device means itself.
 */
export async function linkOrigin(): Promise<{ origin: string; near: boolean }> {
  const origin = env().BASE_URL ?? `http://${(await headers()).get('host')}`
  return { origin: new URL(origin).origin, near: /^(localhost|127\.|\[::1\])/.test(new URL(origin).hostname) }
}
