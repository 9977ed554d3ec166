'use server'

import type { Route } from 'next'
import { refresh } from 'next/cache'
import { RedirectType, redirect } from 'next/navigation'
import { FIELDS } from '@/domain/registration/import/fields'
import type { CorrectableField } from '@/domain/registration/import/lines'
import { ENCODINGS, SEPARATORS } from '@/domain/registration/import/table'
import { changeList } from '@/server/registration/import/draft'
import type { GivenList } from '@/server/registration/import/given-list'
import { addressOf, type CheckPlace } from './check-place'
import { draftOf, gone, text } from './draft-of'

const CORRECTABLE: readonly CorrectableField[] = [
  'firstName',
  'lastName',
  'email',
  'programme',
  'year',
  'team',
]

/**
 * With scripts the page renews itself where it stands, and a line that was opened closes; without, the browser is led
 * back to the place.
 */
function backTo(form: FormData, path: string, place: CheckPlace, anchor?: string): void {
  if (!form.has('scripted')) redirect(addressOf(path, place, {}, anchor))
  else if (form.has('opened')) redirect(addressOf(path, place), RedirectType.replace)
  else refresh()
}

const READ_BY = ['encoding', 'separator', 'sheet', 'institution'] as const

/** Says how a list is to be read: its columns, encoding, separator, sheet and institution. Corrections stay. */
export async function readAgain(form: FormData): Promise<void> {
  const { path, draft, place } = await draftOf(form)
  const columns = form.getAll('column').map((column) => FIELDS.find((field) => field === column) ?? null)
  const guessed = columns.map((column) => column ?? '').join() === text(form, 'columns-were')
  const encoding = ENCODINGS.find((one) => one === text(form, 'encoding'))
  const separator = SEPARATORS.find((one) => one === text(form, 'separator'))
  const sheet = text(form, 'sheet') || undefined
  // A proposal is pressed beside a choice that says nothing.
  const institution = form.getAll('institution').map(String).find(Boolean)
  const how = { encoding, separator, sheet, institution }
  const changed = await changeList(draft, place.list, (list) => {
    // Read otherwise, or as another institution writes, the headings may be others: what they hold is guessed anew.
    const isOtherwise = READ_BY.some((said) => how[said] !== list[said])
    return { ...list, ...how, columns: isOtherwise ? undefined : guessed ? list.columns : columns }
  })
  if (!changed) return gone(path)
  backTo(form, path, place, 'columns')
}

/** Corrects cells of one line, leaves the line out, or takes it in again. */
export async function correctLine(form: FormData): Promise<void> {
  const { path, draft, place } = await draftOf(form)
  const line = Number(text(form, 'line'))
  const changed = await changeList(draft, Number(text(form, 'of')), (list) => lineChanged(list, line, form))
  if (!changed) return gone(path)
  backTo(form, path, place, text(form, 'anchor'))
}

function lineChanged(list: GivenList, line: number, form: FormData): GivenList {
  const others = (list.leftOut ?? []).filter((one) => one !== line)
  const wanted = text(form, 'do')
  if (wanted === 'take-in') return { ...list, leftOut: others }
  if (wanted === 'leave-out') return { ...list, leftOut: [...others, line] }
  const cells = { ...list.corrections?.[line], ...cellsOf(form) }
  return { ...list, leftOut: others, corrections: { ...list.corrections, [line]: cells } }
}

/** What was typed over a line's cells. A cell left as it was stays the file's, unless the whole line is vouched for. */
function cellsOf(form: FormData): Partial<Record<CorrectableField, string>> {
  return Object.fromEntries(
    CORRECTABLE.flatMap((field) => {
      const typed = text(form, field).slice(0, 1000)
      const left = !form.has(field) || (!form.has('whole') && typed === form.get(`${field}-was`))
      return left ? [] : [[field, typed]]
    }),
  )
}

/** Writes a team's name on the lines told: those of two alike teams that are one, or one's own name to keep them two. */
export async function nameTeam(form: FormData): Promise<void> {
  const { path, draft, place } = await draftOf(form)
  const team = text(form, 'name').slice(0, 1000)
  const told = text(form, 'lines')
    .split('.')
    .map((one) => one.split(':').map(Number))
  for (const list of new Set(told.map(([of]) => of))) {
    const lines = told.flatMap(([of, line]) => (of === list && line ? [line] : []))
    const changed = await changeList(draft, list ?? 0, (given) => ({
      ...given,
      corrections: {
        ...given.corrections,
        ...Object.fromEntries(lines.map((line) => [line, { ...given.corrections?.[line], team }])),
      },
    }))
    if (!changed) return gone(path)
  }
  backTo(form, path, place, 'by-line')
}

/** Takes a list off the table. */
export async function removeList(form: FormData): Promise<void> {
  const { path, draft, place } = await draftOf(form)
  const changed = await changeList(draft, place.list, () => null)
  if (!changed) return gone(path)
  if (changed.lists.length === 0) return redirect(path as Route)
  redirect(addressOf(path, place, { list: Math.min(place.list, changed.lists.length - 1) }))
}
