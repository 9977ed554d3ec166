'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { type FormAnswer, formAction } from '@/server/action'
import { handInForTeam } from '@/server/submissions/hand-in-for-team'
import type { Receipt } from '@/server/submissions/submit-project'
import { renameTeam } from '@/server/teams/rename-team'
import { withdrawTeam } from '@/server/teams/withdraw-team'

const refresh = () => revalidatePath('/organize', 'layout')

export const rename = formAction(
  z.object({ team: z.string().max(100), name: z.string().max(1000) }),
  renameTeam,
  refresh,
)

export const withdraw = formAction(
  z.object({ team: z.string().max(100), reason: z.string().max(500).optional() }),
  withdrawTeam,
  refresh,
)

const text = z.string().max(10_000).optional()
const HAND_IN = z.object({
  ...{ entry: z.string().max(100), challengeId: text, title: text, summary: text, reason: text },
  ...{ deckUrl: text, videoUrl: text, demoUrl: text, priorWork: text, ipStatement: text },
})

export async function handIn(before: FormAnswer<Receipt>, form: FormData): Promise<FormAnswer<Receipt>> {
  const file = form.get('deck')
  const deck = file instanceof File && file.size > 0 ? file : null
  const send = formAction(
    HAND_IN,
    (actor, { entry, reason, ...project }) => handInForTeam(actor, { entry, project, deck, reason }),
    refresh,
  )
  return send(before, form)
}
