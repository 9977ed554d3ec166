'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { changeDraft, type RubricDraft, readDraft, writtenRubric } from '@/domain/judging/rubric-draft'
import { isRefusal } from '@/domain/refusal'
import { type FormAnswer, formAction } from '@/server/action'
import { setRubric } from '@/server/judging/set-rubric'

export type RubricAnswer = FormAnswer<{ readonly criteria: readonly string[] }> & {
  readonly draft?: RubricDraft
}

const save = formAction(
  z.record(z.string(), z.string().max(1000)),
  async (actor, fields) => {
    const criteria = writtenRubric(readDraft(fields))
    return isRefusal(criteria) ? criteria : setRubric(actor, { event: fields.event ?? '', criteria })
  },
  () => revalidatePath('/organize', 'layout'),
)

/** Saves the rubric; a button that adds, moves or takes out (without JavaScript) answers the changed fields instead. */
export async function write(before: RubricAnswer, form: FormData): Promise<RubricAnswer> {
  const change = form.get('change')
  if (typeof change === 'string' && change !== '')
    return { draft: changeDraft(readDraft(Object.fromEntries(form)), change) }
  return save(before, form)
}
