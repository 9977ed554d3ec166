'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { eventShape, placeShape, wholeNumber, written } from '@/app/_components/event-shape'
import { readEvent, readPlace } from '@/domain/events/read-event'
import { instantIn } from '@/domain/events/wall-clock'
import { isRefusal, refuse } from '@/domain/refusal'
import { grantByEmail } from '@/server/access/grant-by-email'
import { grantRole } from '@/server/access/grant-role'
import { revokeRole } from '@/server/access/revoke-role'
import { formAction } from '@/server/action'
import { cloneEdition } from '@/server/editions/clone-edition'
import { createEdition } from '@/server/editions/create-edition'
import { cloneEvent } from '@/server/events/clone-event'
import { createEvent } from '@/server/events/create-event'
import { isSignedIn } from '@/server/session'
import { eventHome } from './event-home'

const key = z.string().max(100)
const refresh = () => revalidatePath('/admin', 'layout')

/** `edition` at its own level, or `edition parent` below an event. */
const place = z
  .string()
  .max(100)
  .transform((text) => {
    const [edition = '', parent = null] = text.split(' ')
    return { edition, parent }
  })

const toEvent = async ({ event }: { event: string }) => {
  refresh()
  redirect((await eventHome(event)) as Route)
}

export const grant = formAction(
  z.object({
    email: written,
    role: z.enum(['event-organizer', 'event-helper', 'edition-administrator']),
    node: key,
  }),
  grantByEmail,
  refresh,
)

export const revoke = formAction(
  z.object({ grant: key }),
  async (actor, input) => (isSignedIn(actor) ? revokeRole(actor, input) : refuse('sign-in')),
  refresh,
)

/** The administrator takes the event into their own hands. */
export const organizeMyself = formAction(
  z.object({ event: key }),
  async (actor, { event }) =>
    isSignedIn(actor)
      ? grantRole(actor, { person: actor.personId, role: 'event-organizer', node: event })
      : refuse('sign-in'),
  refresh,
)

export const addEvent = formAction(
  z.object({ ...eventShape, slug: written, below: place }),
  async (actor, { below: { edition, parent }, ...typed }) => {
    const event = readEvent(typed)
    if (isRefusal(event)) return event
    return createEvent(actor, { ...event, editionId: edition, parentId: parent })
  },
  toEvent,
)

export const copyEvent = formAction(
  z.object({
    ...{ ...placeShape, venue: written, source: key, below: place },
    ...{ name: written, slug: written, startsAt: written },
  }),
  async (actor, { source, below, name, slug, startsAt: local, venue, ...typed }) => {
    const where = readPlace(typed)
    if (isRefusal(where)) return where
    const startsAt = instantIn(where.timeZone, local)
    if (!startsAt) return refuse('date-malformed', { field: 'startsAt' })
    return cloneEvent(actor, {
      ...{ source, ...below, name, slug: slug.trim(), startsAt },
      place: { ...where, venue: venue.trim() || null },
    })
  },
  toEvent,
)

const editionShape = {
  address: key,
  year: wholeNumber,
  ordinal: wholeNumber,
  scope: written,
  startsOn: written,
}

const toEdition = (_made: unknown, { address, year }: { address: string; year: number }) => {
  refresh()
  redirect(`/admin/${address}-${year}` as Route)
}

export const addEdition = formAction(
  z.object({ ...editionShape, competition: key, endsOn: written }),
  (actor, { competition, address, startsOn, endsOn, ...edition }) =>
    createEdition(actor, {
      ...edition,
      ...{ competitionId: competition, slug: `${address}-${edition.year}` },
      ...{ startsOn: startsOn || null, endsOn: endsOn || null },
    }),
  toEdition,
)

export const copyEdition = formAction(
  z.object({ ...editionShape, source: key, challenges: z.enum(['yes', 'no']) }),
  (actor, { address, challenges, ...edition }) =>
    cloneEdition(actor, {
      ...edition,
      ...{ slug: `${address}-${edition.year}`, challenges: challenges === 'yes' },
    }),
  toEdition,
)
