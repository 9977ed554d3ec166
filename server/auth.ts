import 'server-only'
import NextAuth from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { authSecret, baseUrl, isDemo } from './env'
import { endSession, openSession, personOfSession, sessionCookie } from './session'
import { proveCode } from './sign-in/prove-code'
import { proveDemo } from './sign-in/prove-demo'
import { proveLink } from './sign-in/prove-link'

type Proof = (credentials: Partial<Record<string, unknown>>) => Promise<string | null>

/** A way to prove who one is: it gives the person's id, and a session is opened for it. */
const way = (id: string, fields: string[], prove: Proof) =>
  Credentials({
    id,
    credentials: Object.fromEntries(fields.map((field) => [field, {}])),
    async authorize(credentials, request) {
      const personId = await prove(credentials)
      if (personId === null) return null
      return { id: await openSession(personId, request.headers.get('user-agent') ?? undefined) }
    },
  })

/** next-auth, with sessions that end at once: its cookie carries a session id, looked up at every request. */
export const { handlers, signIn, signOut } = NextAuth(() => {
  const secure = baseUrl().startsWith('https:')
  return {
    secret: authSecret(),
    trustHost: true,
    session: { strategy: 'jwt' },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    // A wrong code is an expected answer, not a fault of ours.
    logger: {
      error: (error) => void (error.name === 'CredentialsSignin' || console.error(error)),
      warn: () => {},
    },
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    providers: [
      way('code', ['email', 'code'], proveCode),
      way('link', ['token'], proveLink),
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
