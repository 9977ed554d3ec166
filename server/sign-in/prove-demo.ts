import 'server-only'
import { isDemo } from '../env'
import { personByEmail } from './queries'

/** Demo mode only: an example address is proof enough. */
export async function proveDemo({ email }: Partial<Record<string, unknown>>): Promise<string | null> {
  if (!isDemo() || typeof email !== 'string') return null
  return personByEmail(email)
}
