'use server'

import { z } from 'zod'
import { institutionsLike } from '@/server/registration/queries'

const written = z.string().max(200)

/** The institutions somebody may mean while they write a name, the likeliest first. Their names are public. */
export async function institutionsMeant(name: string) {
  const read = written.safeParse(name)
  return read.success ? institutionsLike(read.data) : []
}
