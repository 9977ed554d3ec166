'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { Actor } from '@/domain/access/actor'
import { refuse } from '@/domain/refusal'
import { formAction } from '@/server/action'
import { type PaperSheet, readPaper } from '@/server/judging/read-paper'
import { isSignedIn } from '@/server/session'

/** One reading of one ballot; the cells come by the ids of their criteria. */
export const read = formAction(
  z
    .object({ event: z.uuid(), juror: z.uuid(), entry: z.uuid(), reading: z.coerce.number().int() })
    .catchall(z.string().max(20))
    .transform(({ event, juror, entry, reading, ...values }) => ({ event, juror, entry, reading, values })),
  async (actor: Actor, sheet: PaperSheet) =>
    isSignedIn(actor) ? readPaper(actor, sheet) : refuse('sign-in'),
  () => revalidatePath('/organize', 'layout'),
)
