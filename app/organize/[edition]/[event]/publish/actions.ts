'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { Actor, SignedIn } from '@/domain/access/actor'
import { OPENNESS } from '@/domain/publishing/openness'
import { type Refusal, refuse } from '@/domain/refusal'
import { formAction } from '@/server/action'
import { publishResult } from '@/server/publishing/publish-result'
import { correctResult } from '@/server/ranking/correct-result'
import { isSignedIn } from '@/server/session'

const refresh = () => revalidatePath('/', 'layout')

const signedIn =
  <I, O>(perform: (actor: SignedIn, input: I) => Promise<O | Refusal>) =>
  async (actor: Actor, input: I): Promise<O | Refusal> =>
    isSignedIn(actor) ? perform(actor, input) : refuse('sign-in')

export const publish = formAction(
  z.object({ event: z.uuid(), openness: z.enum(OPENNESS) }),
  signedIn(publishResult),
  refresh,
)

export const correct = formAction(
  z
    .object({
      event: z.uuid(),
      note: z.string().max(2_000).default(''),
      ballot: z.string(),
      reason: z.string().max(1_000),
    })
    .transform(({ event, note, ballot, reason }) => ({
      event,
      note,
      setAside: ballot === '' ? undefined : { ballot, reason },
    })),
  signedIn(correctResult),
  refresh,
)
