'use server'

import { revalidatePath } from 'next/cache'
import { isRefusal, refuse } from '@/domain/refusal'
import type { TypedProject } from '@/domain/submissions/read-project'
import { answer, type FormAnswer } from '@/server/action'
import { currentActor } from '@/server/session'
import { asStorageRefusal, storageRefusal } from '@/server/storage'
import { editProject } from '@/server/submissions/edit-project'
import { uploadDeck } from '@/server/submissions/upload-deck'

/** The deck as a plain form sends it, where no script cuts it into parts. */
export async function sendDeck(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const file = form.get('deck')
  const entry = form.get('entry')
  if (!(file instanceof File) || typeof entry !== 'string')
    return answer(refuse('malformed', { name: 'deck' }))
  const actor = await currentActor()
  const outcome =
    (await storageRefusal()) ?? (await uploadDeck(actor, { entry, file }).catch(asStorageRefusal))
  if (isRefusal(outcome)) return answer(outcome)
  revalidatePath('/me/project')
  return { done: outcome }
}

/** Keeps what was just typed in the draft, without leaving the form. */
export async function keepDraft(entry: string, typed: Record<string, string>): Promise<FormAnswer> {
  const actor = await currentActor()
  const outcome =
    (await storageRefusal()) ??
    (await editProject(actor, { entry, project: projectFieldsOf(typed) }).catch(asStorageRefusal))
  return isRefusal(outcome) ? answer(outcome) : { done: outcome }
}

const FIELDS = [
  ...['challengeId', 'title', 'summary', 'deckUrl', 'videoUrl', 'demoUrl'],
  ...['priorWork', 'ipStatement'],
]

/** What a request names beside the fields of a project is not one. */
const projectFieldsOf = (typed: Record<string, unknown>): TypedProject =>
  Object.fromEntries(
    Object.entries(typed).filter(
      (pair): pair is [string, string] => FIELDS.includes(pair[0]) && typeof pair[1] === 'string',
    ),
  )
