'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { signSheet } from '@/server/judging/sign-sheet'

const text = z.string().max(1_000)

export const sign = formAction(
  z.object({ edition: text, event: text, office: text.default(''), fingerprint: text }),
  signSheet,
  () => revalidatePath('/jury', 'layout'),
)
