import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { uuidv7 } from 'uuidv7'
import { database, db } from '@/db/client'
import { jurorLinks, jurors, persons, sessions } from '@/db/schema'
import { type Actor, NOBODY, proveActor, type SignedIn } from '@/domain/access/actor'
import { factsOfPerson, factsOfSession, IS_LIVE, THROUGH_LINK } from './access/facts'
import { realNow } from './clock'
import { authSecret, baseUrl } from './env'
import type { Asking } from './foreign-write'

export const SESSION_DAYS = 14

/** Over https cookies never leave it. */
export const secureCookies = () => baseUrl().startsWith('https:')

/** The cookie holds an encrypted session id and nothing else. */
export const sessionCookie = () => (secureCookies() ? '__Secure-apogee.session' : 'apogee.session')

/** Opens a session for a person and returns its id; one opened by a personal link acts for its seat only. */
export async function openSession(personId: string, device?: string, linkId?: string): Promise<string> {
  const id = uuidv7()
  const createdAt = realNow()
  const expiresAt = new Date(createdAt.getTime() + SESSION_DAYS * 86_400_000)
  await (await db()).insert(sessions).values({ id, personId, createdAt, expiresAt, device, linkId })
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
  const [found] = await nameOfSession.execute({ session: sessionId, at: realNow() })
  return found ?? null
}

const nameOfSession = database
  .select({ id: persons.id, givenName: persons.givenName, familyName: persons.familyName })
  .from(sessions)
  .innerJoin(persons, eq(persons.id, sessions.personId))
  .leftJoin(jurorLinks, THROUGH_LINK.link)
  .leftJoin(jurors, THROUGH_LINK.seat)
  .where(IS_LIVE)
  .prepare('name-of-session')

/** The session id in this request's cookie, if it is one of ours. */
export async function sessionIdOfRequest(): Promise<string | null> {
  return sessionIdIn((await cookies()).get(sessionCookie())?.value)
}

async function sessionIdIn(token: string | undefined): Promise<string | null> {
  if (!token) return null
  const known = opened.get(token)
  if (known) return known
  const claims = await decode({ token, secret: authSecret(), salt: sessionCookie() }).catch(() => null)
  if (typeof claims?.sid !== 'string') return null
  if (opened.size >= MOST_OPENED) opened.clear()
  opened.set(token, claims.sid)
  return claims.sid
}

// What a cookie holds never changes, and decrypting it costs as much as all else a request does. Whether the session
// still lives is asked of the database each time.
const opened = new Map<string, string>()
const MOST_OPENED = 10_000

/** Who asks, in this request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const session = await sessionIdOfRequest()
  return session === null ? nobody() : actorOfSession(session)
})

/** Who sends a request, told by its Cookie header: for what is answered before the framework has a request of its own. */
export async function actorBehind({ headers }: Asking): Promise<Actor> {
  const own = `${sessionCookie()}=`
  const cookie = headers
    .get('cookie')
    ?.split('; ')
    .find((part) => part.startsWith(own))
  const session = await sessionIdIn(cookie?.slice(own.length))
  return session === null ? nobody() : actorOfSession(session)
}

/** Nobody in particular: what the public may see. */
export const nobody = (): Actor => proveActor(NOBODY)

export const isSignedIn = (actor: Actor): actor is SignedIn => actor.personId !== null

/** Who a session makes of whoever brings its id; nobody once it ended. */
export async function actorOfSession(session: string): Promise<Actor> {
  const [facts] = await factsOfSession.execute({ session, at: realNow() })
  return facts ? proveActor(facts) : nobody()
}

/** The actor a person is, for the scripts and tests that act as an example person. */
export async function actorOf(personId: string): Promise<SignedIn> {
  const [facts] = await factsOfPerson.execute({ person: personId })
  if (!facts) throw new Error(`No person ${personId}`)
  return proveActor(facts) as SignedIn
}
