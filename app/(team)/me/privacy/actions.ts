'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { signOut } from '@/server/auth'
import { askGuardian } from '@/server/guardians/ask-guardian'
import { erasePerson } from '@/server/people/erase-person'

export const erase = formAction(
  z.object({ confirmed: z.string().max(10).optional() }),
  (actor, { confirmed }) => erasePerson(actor, { confirmed: confirmed === 'on' }),
  async () => {
    await signOut({ redirect: false })
    redirect('/erased' as Route)
  },
)

const text = z.string().max(1000)

export const askMyGuardian = formAction(
  z.object({
    ...{ event: text, bornOn: text, name: text },
    email: z.string().trim().toLowerCase().pipe(z.email('email-malformed').max(200)),
  }),
  askGuardian,
  () => revalidatePath('/me/privacy'),
)
