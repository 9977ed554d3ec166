'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { LANGUAGES } from '@/domain/people/languages'
import { formAction } from '@/server/action'
import { signOut } from '@/server/auth'
import { askGuardian } from '@/server/guardians/ask-guardian'
import { takeBackMinor } from '@/server/guardians/take-back-minor'
import { chooseLanguage } from '@/server/people/choose-language'
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
  z.object({ event: text, bornOn: text, name: text, email: text }),
  askGuardian,
  () => revalidatePath('/me', 'layout'),
)

export const notMinor = formAction(z.object({ event: text }), takeBackMinor, () => redirect('/me'))

export const saveLanguage = formAction(z.object({ language: z.enum(LANGUAGES) }), chooseLanguage, () =>
  revalidatePath('/me/privacy'),
)
