import 'server-only'
import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { isRefusal, refuse } from '@/domain/refusal'
import { editableEvent } from '@/server/events/editable-event'
import { findDraft } from '@/server/registration/import/draft'
import { currentActor, isSignedIn } from '@/server/session'
import { placeFrom } from './check-place'

/** What a form's field says; a file or nothing says nothing. */
export const text = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Whose form it is, of which event, and the address of its import. */
export async function organizerOf(form: FormData) {
  const actor = await currentActor()
  if (!isSignedIn(actor)) return refuse('sign-in')
  const found = await editableEvent(actor, text(form, 'eventId'))
  if (isRefusal(found)) return found
  return { actor, event: found.event.id, path: `/organize/${found.edition.slug}/${found.event.slug}/import` }
}

/** Finds the draft a form is about; without it one is sent back to choose the lists again. */
export async function draftOf(form: FormData) {
  const organizer = await organizerOf(form)
  if (isRefusal(organizer)) return redirect('/')
  const draft = await findDraft(organizer.actor, organizer.event, text(form, 'draft'))
  if (!draft) return gone(organizer.path)
  return { ...organizer, draft, place: placeFrom((name) => text(form, name)) }
}

/** Sends back to the files: the draft was imported, given up or forgotten meanwhile. */
export function gone(path: string): never {
  return redirect(`${path}?gone=1` as Route)
}
