'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { Actor, SignedIn } from '@/domain/access/actor'
import { type Refusal, refuse } from '@/domain/refusal'
import { formAction } from '@/server/action'
import { askReopening } from '@/server/judging/ask-reopening'
import { closeScoring } from '@/server/judging/close-scoring'
import { confirmReopening } from '@/server/judging/confirm-reopening'
import { nudgeJuror } from '@/server/judging/nudge-juror'
import { recordAbsences } from '@/server/judging/record-absences'
import { isSignedIn } from '@/server/session'

const event = z.uuid()
const reason = z.string().max(1_000).default('')
const refresh = () => revalidatePath('/organize', 'layout')

/** Use cases that note who did it ask for somebody who is signed in. */
const signedIn =
  <I, O>(perform: (actor: SignedIn, input: I) => Promise<O | Refusal>) =>
  async (actor: Actor, input: I): Promise<O | Refusal> =>
    isSignedIn(actor) ? perform(actor, input) : refuse('sign-in')

export const close = formAction(z.object({ event }), closeScoring, refresh)

export const nudge = formAction(z.object({ event, juror: z.uuid().optional() }), nudgeJuror, refresh)

export const absent = formAction(
  z.object({
    event,
    juror: z.uuid(),
    entry: z
      .string()
      .optional()
      .transform((entry) => entry || undefined)
      .pipe(z.uuid().optional()),
    reason,
  }),
  signedIn(recordAbsences),
  refresh,
)

export const askToReopen = formAction(z.object({ event, reason }), signedIn(askReopening), refresh)

export const confirmToReopen = formAction(z.object({ event }), signedIn(confirmReopening), refresh)
