import 'server-only'
import NextAuth from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { type Language, preferredLanguage } from '@/domain/people/languages'
import { authSecret, isDemo } from './env'
import { proveJurorLink } from './juror-links/prove-juror-link'
import {
  endSession,
  openSession,
  personOfSession,
  SESSION_DAYS,
  secureCookies,
  sessionCookie,
  sessionIdOfRequest,
} from './session'
import { proveCode } from './sign-in/prove-code'
import { proveDemo } from './sign-in/prove-demo'
import { proveLink } from './sign-in/prove-link'

/** A wrong code or a form from elsewhere is an expected answer, not a fault of ours. */
const EXPECTED = new Set(['CredentialsSignin', 'MissingCSRF'])

/** Who was proven: a person, or no more than the seat of a personal link. */
interface Proven {
  readonly person: string
  readonly link?: string
}

type Proof = (
  credentials: Partial<Record<string, unknown>>,
  language: Language | null,
) => Promise<string | Proven | null>

/** A way to prove who one is: it gives the person's id, and a session is opened for it. */
const way = (id: string, fields: string[], prove: Proof) =>
  Credentials({
    id,
    credentials: Object.fromEntries(fields.map((field) => [field, {}])),
    async authorize(credentials, request) {
      // PostgreSQL takes no NUL, and nothing that proves a person has one.
      const whole = Object.values(credentials).every((one) => !String(one).includes('\0'))
      const language = preferredLanguage(request.headers.get('accept-language'))
      const proven = whole ? await prove(credentials, language) : null
      if (proven === null) return null
      const { person, link }: Proven = typeof proven === 'string' ? { person: proven } : proven
      // The browser's cookie is replaced, so the session it held must not live on unseen.
      const replaced = await sessionIdOfRequest()
      if (replaced) await endSession(replaced)
      return { id: await openSession(person, request.headers.get('user-agent') ?? undefined, link) }
    },
  })

/** next-auth, with sessions that end at once: its cookie carries a session id, looked up at every request. */
export const { handlers, signIn, signOut } = NextAuth(() => {
  return {
    secret: authSecret(),
    trustHost: true,
    session: { strategy: 'jwt', maxAge: SESSION_DAYS * 86_400 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    logger: {
      error: (error) => void (EXPECTED.has(error.name) || console.error(error)),
      warn: () => {},
    },
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies() },
      },
    },
    providers: [
      way('code', ['email', 'code'], proveCode),
      way('link', ['token'], proveLink),
      way('juror-link', ['token', 'device'], proveJurorLink),
      ...(isDemo() ? [way('demo', ['email'], proveDemo)] : []),
    ],
    callbacks: {
      jwt: ({ user, token }) => (user ? { sid: user.id } : { sid: token.sid }),
      async session({ session, token }) {
        const person = typeof token.sid === 'string' ? await personOfSession(token.sid) : null
        const name = person && `${person.givenName} ${person.familyName}`.trim()
        return {
          expires: session.expires,
          ...(person && { user: { id: person.id, name } }),
        } as typeof session
      },
    },
    events: {
      async signOut(message) {
        const sid = 'token' in message ? message.token?.sid : undefined
        if (typeof sid === 'string') await endSession(sid)
      },
    },
  }
})
