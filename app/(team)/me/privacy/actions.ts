'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { signOut } from '@/server/auth'
import { erasePerson } from '@/server/people/erase-person'

export const erase = formAction(
  z.object({ confirmed: z.string().max(10).optional() }),
  (actor, { confirmed }) => erasePerson(actor, { confirmed: confirmed === 'on' }),
  async () => {
    await signOut({ redirect: false })
    redirect('/erased' as Route)
  },
)
