'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { answerGuardian } from '@/server/guardians/answer-guardian'

const shape = z.object({ token: z.string().max(100), given: z.enum(['yes', 'no']) })

/** Only a press of a button gets here: mail scanners open links, but send no forms. */
export const answer = formAction(
  shape,
  (_anyone, { token, given }) => answerGuardian({ token, given: given === 'yes' }),
  () => revalidatePath('/guardian', 'layout'),
)
