'use server'

import { z } from 'zod'
import { institutionOfAddress } from '@/server/registration/queries'

const aDomain = z.string().max(253)

/** The institution whose addresses end in this domain, or null. It is public knowledge and says nothing of a person. */
export async function institutionAt(domain: string): Promise<string | null> {
  const read = aDomain.safeParse(domain)
  return read.success ? ((await institutionOfAddress(`somebody@${read.data}`))?.name ?? null) : null
}
