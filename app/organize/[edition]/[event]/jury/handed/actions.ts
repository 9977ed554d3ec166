'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { formAction } from '@/server/action'
import { juryRecord } from '@/server/judging/jury-record'
import { type TakenMarks, takeHandedMarks } from '@/server/judging/take-handed-marks'
import { sentenceOf } from '@/server/refusals'
import { isSignedIn } from '@/server/session'

const LONGEST = 500_000

/** Takes the marks in and answers what became of them, a sentence each. */
export const take = formAction(
  z.object({ event: z.uuid(), text: z.string().max(LONGEST) }),
  async (actor: Actor, { event, text }): Promise<readonly string[] | Refusal> => {
    if (!isSignedIn(actor)) return refuse('sign-in')
    const taken = await takeHandedMarks(actor, { event, text })
    return isRefusal(taken) ? taken : sentencesOf(event, taken)
  },
  () => revalidatePath('/organize', 'layout'),
)

async function sentencesOf(event: string, { office, saved, rejected, conflicts }: TakenMarks) {
  const t = await getTranslations('organize.handed')
  const { entries, criteria } = await juryRecord(event)
  const cell = (at: { entry: string; criterion: string }) => ({
    team: entries.find(({ id }) => id === at.entry)?.team.name ?? '',
    criterion: criteria.find(({ id }) => id === at.criterion)?.name ?? '',
  })
  return [
    t('taken', { office, count: saved.length }),
    ...rejected.map(({ refusal, ...at }) => t('refused', { ...cell(at), sentence: sentenceOf(refusal) })),
    ...conflicts.map(({ mine }) => t('contested', cell(mine))),
  ]
}
