import 'server-only'
import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { listOf } from '@/db/rows'
import { jurorLinks, jurors, persons, sessions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'

/** All that the access policy asks about a person, in one query: what they are where `whole`, their seats where `held`. */
const factsWhere = (whole: SQL, held: SQL) => ({
  personId: persons.id,
  grants: listOf<Actor['grants'][number]>(
    sql`select role, coalesce(event_id, edition_id, competition_id, organization_id) as node
        from role_grants where person_id = persons.id and revoked_at is null and ${whole}`,
  ),
  seats: listOf<Actor['seats'][number]>(
    sql`select held.id as juror, held.event_id as event, held.voting, held.president
        from jurors held where held.person_id = persons.id and held.unseated_at is null and ${held}`,
  ),
  memberships: listOf<Actor['memberships'][number]>(
    sql`select team_id as team, event_id as event, role = 'captain' as captain
        from team_members where person_id = persons.id and left_at is null and ${whole}`,
  ),
  registrations: sql<string[]>`array(
    select event_id::text from registrations where person_id = persons.id and state <> 'withdrawn' and ${whole})`,
  bearer: sql<boolean>`not ${whole}`,
})

/** Of a person. */
export const factsOfPerson = database
  .select(factsWhere(sql`true`, sql`true`))
  .from(persons)
  .where(eq(persons.id, sql.placeholder('person')))
  .prepare('facts-of-person')

/** The seat behind a session that a personal link opened; joined, it tells whether that still holds. */
export const THROUGH_LINK = {
  link: eq(jurorLinks.id, sessions.linkId),
  seat: eq(jurors.id, jurorLinks.jurorId),
}

/**
 * While the session lives, the person behind it is neither disabled nor erased, and a personal link that opened it is
 * neither revoked nor its seat given up.
 */
export const IS_LIVE = and(
  eq(sessions.id, sql.placeholder('session')),
  isNull(sessions.revokedAt),
  gt(sessions.expiresAt, sql.placeholder('at')),
  isNull(persons.disabledAt),
  isNull(persons.erasedAt),
  isNull(jurorLinks.revokedAt),
  isNull(jurors.unseatedAt),
)

/**
 * Of the person behind a session: asked at every request, so that a session ends at once. Through a personal link it is
 * that one seat and nothing else the person is.
 */
export const factsOfSession = database
  .select(
    factsWhere(
      sql`sessions.link_id is null`,
      sql`(sessions.link_id is null or held.id = juror_links.juror_id)`,
    ),
  )
  .from(sessions)
  .innerJoin(persons, eq(persons.id, sessions.personId))
  .leftJoin(jurorLinks, THROUGH_LINK.link)
  .leftJoin(jurors, THROUGH_LINK.seat)
  .where(IS_LIVE)
  .prepare('facts-of-session')
