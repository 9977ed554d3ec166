import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { persons } from '@/db/schema'
import type { GuardianStanding } from '@/domain/registration/guardian'
import { OF_AGE } from '@/domain/registration/minors'

/**
 * How it stands with a guardian's consent, over a query's registrations and their events: the last one asked decides,
 * also once name and address are erased, for a no is not forgotten with them; else the day of birth that was said.
 */
export const guardianStanding = (registration = 'registrations', event = 'events') => {
  const [own, its] = [sql.identifier(registration), sql.identifier(event)]
  return sql<GuardianStanding | null>`coalesce(
    (select case when given then 'given' when not given then 'refused' when name = '' then 'unnamed' else 'waits' end
      from guardian_consents where registration_id = ${own}.id order by asked_at desc, id desc limit 1),
    case when ${own}.born_on > (${its}.starts_at at time zone ${its}.time_zone)::date
      - make_interval(years => ${OF_AGE}) then 'unnamed' end)`
}

/** Whether a person takes part in an event as a minor without a guardian's yes, as a condition on `persons`. */
export const waitsForGuardian = (eventId: string): SQL<boolean> => sql<boolean>`exists (
  select 1 from registrations own join events its on its.id = own.event_id
  where own.person_id = ${persons.id} and own.event_id = ${eventId}
    and ${guardianStanding('own', 'its')} <> 'given')`
