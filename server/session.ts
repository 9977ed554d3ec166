import 'server-only'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { uuidv7 } from 'uuidv7'
import { db } from '@/db/client'
import { jurors, persons, registrations, roleGrants, sessions, teamMembers } from '@/db/schema'
import { type Actor, NOBODY, proveActor, type SignedIn } from '@/domain/access/actor'
import { realNow } from './clock'
import { authSecret, baseUrl } from './env'

export const SESSION_DAYS = 14

/** Over https cookies never leave it. */
export const secureCookies = () => baseUrl().startsWith('https:')

/** The cookie holds an encrypted session id and nothing else. */
export const sessionCookie = () => (secureCookies() ? '__Secure-apogee.session' : 'apogee.session')

/** Opens a session for a person and returns its id. */
export async function openSession(personId: string, device?: string): Promise<string> {
  const id = uuidv7()
  const createdAt = realNow()
  const expiresAt = new Date(createdAt.getTime() + SESSION_DAYS * 86_400_000)
  await (await db()).insert(sessions).values({ id, personId, createdAt, expiresAt, device })
  return id
}

/** Ends a session at once: the next request with its cookie is nobody's. */
export async function endSession(sessionId: string): Promise<void> {
  await (await db())
    .update(sessions)
    .set({ revokedAt: realNow() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
}

/** The person behind a session id, while the session lives and the person is not disabled. */
export async function personOfSession(
  sessionId: string,
): Promise<{ id: string; givenName: string; familyName: string } | null> {
  const [found] = await (await db())
    .select({ id: persons.id, givenName: persons.givenName, familyName: persons.familyName })
    .from(sessions)
    .innerJoin(persons, eq(persons.id, sessions.personId))
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, realNow()),
        isNull(persons.disabledAt),
        isNull(persons.erasedAt),
      ),
    )
  return found ?? null
}

/** The session id in this request's cookie, if it is one of ours. */
export async function sessionIdOfRequest(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie())?.value
  if (!token) return null
  const claims = await decode({ token, secret: authSecret(), salt: sessionCookie() }).catch(() => null)
  return typeof claims?.sid === 'string' ? claims.sid : null
}

/** Who asks, in this request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const sessionId = await sessionIdOfRequest()
  const person = sessionId === null ? null : await personOfSession(sessionId)
  return person === null ? nobody() : actorOf(person.id)
})

/** Nobody in particular: what the public may see. */
export const nobody = (): Actor => proveActor(NOBODY)

export const isSignedIn = (actor: Actor): actor is SignedIn => actor.personId !== null

/**
 * The actor a person is, with everything the access policy asks about them, in one query. For a signed-in request,
 * and for the scripts and tests that act as an example person.
 */
export async function actorOf(personId: string): Promise<SignedIn> {
  const rows = <T>(query: unknown) =>
    sql<T[]>`(select coalesce(json_agg(found), '[]'::json) from (${query}) found)`
  const [facts] = await (await db())
    .select({
      grants: rows<{ role: Actor['grants'][number]['role']; node: string }>(
        sql`select role, coalesce(event_id, edition_id, competition_id, organization_id) as node
            from ${roleGrants} where person_id = ${personId} and revoked_at is null`,
      ),
      seats: rows<Actor['seats'][number]>(
        sql`select id as juror, event_id as event, voting, president
            from ${jurors} where person_id = ${personId} and unseated_at is null`,
      ),
      memberships: rows<Actor['memberships'][number]>(
        sql`select team_id as team, event_id as event, role = 'captain' as captain
            from ${teamMembers} where person_id = ${personId} and left_at is null`,
      ),
      registrations: rows<{ event: string }>(
        sql`select event_id as event from ${registrations} where person_id = ${personId} and state <> 'withdrawn'`,
      ),
    })
    .from(persons)
    .where(eq(persons.id, personId))
  if (!facts) throw new Error(`No person ${personId}`)
  const registeredFor = facts.registrations.map(({ event }) => event)
  return proveActor({ ...facts, personId, registrations: registeredFor }) as SignedIn
}
