import 'server-only'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { listOf } from '@/db/rows'
import { persons, sessions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'

/** All that the access policy asks about a person, in one query. */
const FACTS = {
  personId: persons.id,
  grants: listOf<Actor['grants'][number]>(
    sql`select role, coalesce(event_id, edition_id, competition_id, organization_id) as node
        from role_grants where person_id = persons.id and revoked_at is null`,
  ),
  seats: listOf<Actor['seats'][number]>(
    sql`select id as juror, event_id as event, voting, president
        from jurors where person_id = persons.id and unseated_at is null`,
  ),
  memberships: listOf<Actor['memberships'][number]>(
    sql`select team_id as team, event_id as event, role = 'captain' as captain
        from team_members where person_id = persons.id and left_at is null`,
  ),
  registrations: sql<string[]>`array(
    select event_id::text from registrations where person_id = persons.id and state <> 'withdrawn')`,
}

/** Of a person. */
export const factsOfPerson = database
  .select(FACTS)
  .from(persons)
  .where(eq(persons.id, sql.placeholder('person')))
  .prepare('facts-of-person')

/** While the session lives and the person behind it is neither disabled nor erased. */
export const IS_LIVE = and(
  eq(sessions.id, sql.placeholder('session')),
  isNull(sessions.revokedAt),
  gt(sessions.expiresAt, sql.placeholder('at')),
  isNull(persons.disabledAt),
  isNull(persons.erasedAt),
)

/** Of the person behind a session: asked at every request, so that a session ends at once. */
export const factsOfSession = database
  .select(FACTS)
  .from(sessions)
  .innerJoin(persons, eq(persons.id, sessions.personId))
  .where(IS_LIVE)
  .prepare('facts-of-session')
