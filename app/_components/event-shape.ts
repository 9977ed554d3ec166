import { z } from 'zod'
import { EVENT_LEVELS } from '@/domain/events/phases'

export const written = z.string().max(500)

export const wholeNumber = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/, 'number-malformed')
  .transform(Number)

/** Where an event is, as a form sends it. */
export const placeShape = {
  country: written,
  city: written,
  timeZone: written,
  latitude: written,
  longitude: written,
}

/** An event to be, as a form sends it; domain/events/read-event.ts reads it. */
export const eventShape = {
  ...placeShape,
  name: written,
  level: z.enum(EVENT_LEVELS),
  startsAt: written,
  endsAt: written,
  registrationOpensAt: written,
  registrationClosesAt: written,
}
