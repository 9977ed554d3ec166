'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { answer, type FormAnswer } from '@/server/action'
import type { GivenList } from '@/server/registration/import/check-import'
import { dropDraft, findDraft, keepDraft } from '@/server/registration/import/draft'
import { importDraft } from '@/server/registration/import/import-draft'
import { undoImports } from '@/server/registration/import/undo-import'
import { organizerOf, text } from './draft-of'

/** Takes the chosen files and the pasted rows to be checked, beside those chosen before. */
export async function chooseLists(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const organizer = await organizerOf(form)
  if (isRefusal(organizer)) return answer(organizer)
  const { actor, event, path } = organizer
  const before = await findDraft(actor, event, text(form, 'draft'))
  const given = await givenLists(form, before?.lists.map(({ name }) => name) ?? [])
  const lists = [...(before?.lists ?? []), ...given]
  const pasted = text(form, 'pasted')
  if (given.length === 0) return { ...answer(refuse('list-none', { field: 'files' })), typed: { pasted } }
  const draft = await keepDraft(actor, event, lists)
  if (isRefusal(draft)) return { ...answer(draft), typed: { pasted } }
  if (before) await dropDraft(before)
  return redirect(`${path}?draft=${draft.id}&list=${before?.lists.length ?? 0}` as Route)
}

async function givenLists(form: FormData, names: readonly string[]): Promise<GivenList[]> {
  const taken = new Set(names)
  const lists: GivenList[] = []
  const add = (wanted: string, bytes: Uint8Array) => {
    let name = wanted
    for (let number = 2; taken.has(name); number++) name = `${wanted} (${number})`
    taken.add(name)
    lists.push({ name, bytes })
  }
  for (const file of form.getAll('files')) {
    // A field left empty arrives as an empty file, and from some parsers with a name.
    if (typeof file === 'string' || (file.size === 0 && ['', 'undefined'].includes(file.name))) continue
    add(file.name.normalize('NFC').slice(0, 200), new Uint8Array(await file.arrayBuffer()))
  }
  const pasted = text(form, 'pasted')
  if (pasted.trim()) add(text(form, 'pastedName') || 'list', new TextEncoder().encode(pasted))
  return lists
}

/** Imports what was checked; the plan is made anew at that moment. */
export async function importLists(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const organizer = await organizerOf(form)
  if (isRefusal(organizer)) return answer(organizer)
  const { actor, event, path } = organizer
  const done = await importDraft(actor, { event, draft: text(form, 'draft') })
  if (isRefusal(done)) return answer(done)
  return redirect(`${path}?done=${done.imports.map(({ id }) => id).join('.')}` as Route)
}

/** Undoes one import or several together. */
export async function undo(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const organizer = await organizerOf(form)
  if (isRefusal(organizer)) return answer(organizer)
  const imports = text(form, 'imports').split('.').reverse()
  const undone: Refusal | { people: number; teams: number } = await undoImports(organizer.actor, { imports })
  if (isRefusal(undone)) return answer(undone)
  return redirect(`${organizer.path}?undone=${undone.people}.${undone.teams}` as Route)
}
