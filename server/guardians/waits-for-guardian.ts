import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { persons } from '@/db/schema'

/**
 * Whether the guardian last named with a person's registration for an event has not said yes, as a condition on
 * `persons`. It holds also once that guardian's name and address are erased: a no is not forgotten with them.
 */
export const waitsForGuardian = (eventId: string): SQL<boolean> => sql<boolean>`exists (
  select 1 from registrations own
    cross join lateral (select given from guardian_consents
      where registration_id = own.id order by asked_at desc, id desc limit 1) last
  where own.person_id = ${persons.id} and own.event_id = ${eventId} and last.given is not true)`
