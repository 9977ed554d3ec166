'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { FIELDS } from '@/domain/registration/import/fields'
import type { CorrectableField } from '@/domain/registration/import/lines'
import { ENCODINGS } from '@/domain/registration/import/table'
import { answer, type FormAnswer } from '@/server/action'
import { editableEvent } from '@/server/events/editable-event'
import type { GivenList } from '@/server/registration/import/check-import'
import { changeList, type Draft, dropDraft, findDraft, keepDraft } from '@/server/registration/import/draft'
import { importDraft } from '@/server/registration/import/import-draft'
import { undoImports } from '@/server/registration/import/undo-import'
import { currentActor, isSignedIn } from '@/server/session'

const CORRECTABLE: readonly CorrectableField[] = [
  'firstName',
  'lastName',
  'email',
  'programme',
  'year',
  'team',
]

const text = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

async function organizerOf(form: FormData) {
  const actor = await currentActor()
  if (!isSignedIn(actor)) return refuse('sign-in')
  const found = await editableEvent(actor, text(form, 'eventId'))
  if (isRefusal(found)) return found
  return { actor, event: found.event.id, at: `/organize/${found.edition.slug}/${found.event.slug}/import` }
}

/** Takes the chosen files and the pasted rows to be checked, beside those chosen before. */
export async function chooseLists(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const organizer = await organizerOf(form)
  if (isRefusal(organizer)) return answer(organizer)
  const { actor, event, at } = organizer
  const before = await findDraft(actor, event, text(form, 'draft'))
  const given = await givenLists(form, before?.lists.map(({ name }) => name) ?? [])
  const lists = [...(before?.lists ?? []), ...given]
  const pasted = text(form, 'pasted')
  if (given.length === 0) return { ...answer(refuse('list-none', { field: 'files' })), typed: { pasted } }
  const draft = await keepDraft(actor, event, lists)
  if (isRefusal(draft)) return { ...answer(draft), typed: { pasted } }
  if (before) await dropDraft(before)
  return redirect(`${at}?draft=${draft.id}&list=${before?.lists.length ?? 0}` as Route)
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

/** Finds the draft a form is about; without it one is sent back to choose the lists again. */
async function draftOf(form: FormData) {
  const organizer = await organizerOf(form)
  if (isRefusal(organizer)) return redirect('/')
  const draft = await findDraft(organizer.actor, organizer.event, text(form, 'draft'))
  if (!draft) return redirect(`${organizer.at}?gone=1` as Route)
  return { ...organizer, draft, index: Number(text(form, 'list')) || 0 }
}

function backTo(at: string, draft: Draft | null, index: number): never {
  if (!draft) return redirect(`${at}?gone=1` as Route)
  return redirect(
    (draft.lists.length === 0
      ? at
      : `${at}?draft=${draft.id}&list=${Math.min(index, draft.lists.length - 1)}`) as Route,
  )
}

/** Says how a list is to be read: its columns, encoding and institution. Corrections stay. */
export async function readAgain(form: FormData): Promise<void> {
  const { at, draft, index } = await draftOf(form)
  const columns = form.getAll('column').map((column) => FIELDS.find((field) => field === column) ?? null)
  const encoding = ENCODINGS.find((one) => one === text(form, 'encoding'))
  const institution = text(form, 'institution') || undefined
  const changed = await changeList(draft, index, (list) => ({
    ...list,
    encoding,
    institution,
    // Another encoding may spell the headings differently, so what they hold is guessed anew.
    columns: columns.length > 0 && encoding === list.encoding ? columns : undefined,
  }))
  backTo(at, changed, index)
}

/** Corrects cells of one line, leaves the line out, or takes it in again. */
export async function correctLine(form: FormData): Promise<void> {
  const { at, draft, index } = await draftOf(form)
  const line = Number(text(form, 'line'))
  const leaveOut = text(form, 'do') === 'leave-out'
  const takeIn = text(form, 'do') === 'take-in'
  const cells = Object.fromEntries(
    CORRECTABLE.flatMap((field) => (form.has(field) ? [[field, text(form, field).slice(0, 1000)]] : [])),
  )
  const of = Number(text(form, 'of'))
  const changed = await changeList(draft, of, (list) => {
    const others = (list.leftOut ?? []).filter((one) => one !== line)
    const corrections = { ...list.corrections, [line]: { ...list.corrections?.[line], ...cells } }
    if (takeIn) return { ...list, leftOut: others }
    return leaveOut ? { ...list, leftOut: [...others, line] } : { ...list, leftOut: others, corrections }
  })
  backTo(at, changed, index)
}

/** Takes a list off the table. */
export async function removeList(form: FormData): Promise<void> {
  const { at, draft, index } = await draftOf(form)
  backTo(at, await changeList(draft, index, () => null), index)
}

/** Imports what was checked; the plan is made anew at that moment. */
export async function importLists(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const organizer = await organizerOf(form)
  if (isRefusal(organizer)) return answer(organizer)
  const { actor, event, at } = organizer
  const done = await importDraft(actor, { event, draft: text(form, 'draft') })
  if (isRefusal(done)) return answer(done)
  return redirect(`${at}?done=${done.imports.map(({ id }) => id).join('.')}` as Route)
}

/** Undoes one import or several together. */
export async function undo(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const organizer = await organizerOf(form)
  if (isRefusal(organizer)) return answer(organizer)
  const imports = text(form, 'imports').split('.').reverse()
  const undone: Refusal | { people: number; teams: number } = await undoImports(organizer.actor, { imports })
  if (isRefusal(undone)) return answer(undone)
  return redirect(`${organizer.at}?undone=${undone.people}.${undone.teams}` as Route)
}
