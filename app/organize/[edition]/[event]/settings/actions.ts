'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { PHASES } from '@/domain/events/phases'
import { instantIn } from '@/domain/events/wall-clock'
import { OPENNESS } from '@/domain/publishing/openness'
import { isRefusal, refuse } from '@/domain/refusal'
import { grantByEmail } from '@/server/access/grant-by-email'
import { revokeRole } from '@/server/access/revoke-role'
import { formAction } from '@/server/action'
import { advancePhase } from '@/server/events/advance-phase'
import { type EventSettings, editEvent } from '@/server/events/edit-event'
import { editableEvent } from '@/server/events/editable-event'
import { setOpenness } from '@/server/events/set-openness'
import { setPromotionRule } from '@/server/promotion/set-promotion-rule'
import { setRetention } from '@/server/retention/set-retention'
import { isSignedIn } from '@/server/session'

const refresh = () => revalidatePath('/organize', 'layout')
const key = z.string().max(100)
const written = z.string().max(500)
const count = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/, 'number-malformed')
  .transform(Number)
const perhapsCount = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, 'number-malformed')
  .transform((text) => (text === '' ? null : Number(text)))

const DATES = [
  'startsAt',
  'endsAt',
  'registrationOpensAt',
  'registrationClosesAt',
  'rosterLocksAt',
  'submissionsDueAt',
  'scoringClosesAt',
] as const
type DateField = (typeof DATES)[number]
const NEEDED: readonly DateField[] = ['startsAt', 'endsAt']

const settings = z.object({
  event: key,
  name: written,
  venue: written,
  teamMin: count,
  teamMax: count,
  capacity: perhapsCount,
  ...(Object.fromEntries(DATES.map((date) => [date, written])) as Record<DateField, typeof written>),
})

export const edit = formAction(
  settings,
  async (actor, input) => {
    const found = await editableEvent(actor, input.event)
    if (isRefusal(found)) return found
    const dates: Partial<Record<DateField, Date | null>> = {}
    for (const date of DATES) {
      const local = input[date].trim()
      const instant = local === '' ? null : instantIn(found.event.timeZone, local)
      if (!instant && (local !== '' || NEEDED.includes(date)))
        return refuse('date-malformed', { field: date })
      dates[date] = instant
    }
    const { event, name, venue, teamMin, teamMax, capacity } = input
    const changes = { event, name, venue: venue.trim() || null, teamMin, teamMax, capacity, ...dates }
    return editEvent(actor, changes as EventSettings)
  },
  refresh,
)

export const step = formAction(
  z.object({ event: key, to: z.enum(PHASES), reason: written.optional() }),
  advancePhase,
  refresh,
)

export const grant = formAction(
  z.object({ email: written, role: z.enum(['event-organizer', 'event-helper']), node: key }),
  grantByEmail,
  refresh,
)

export const revoke = formAction(
  z.object({ grant: key }),
  async (actor, input) => (isSignedIn(actor) ? revokeRole(actor, input) : refuse('sign-in')),
  refresh,
)

export const keep = formAction(z.object({ event: key, months: perhapsCount }), setRetention, refresh)

export const open = formAction(z.object({ event: key, openness: z.enum(OPENNESS) }), setOpenness, refresh)

export const promote = formAction(
  z.object({ event: key, slots: count, capPerRoot: perhapsCount }),
  setPromotionRule,
  refresh,
)
