import 'server-only'
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { db } from '@/db/client'
import { makePerson } from '@/db/factories'
import { persons, roleGrants, signInCodes } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { refuse } from '@/domain/refusal'
import { addPartnership } from '../../events/add-partnership'
import { done } from '../../judging/testing'
import { actorOf, endSession, openSession, personOfSession } from '../../session'
import { hashOf } from '../../sign-in/hash'
import { proveLink } from '../../sign-in/prove-link'
import { joinTeam } from '../../teams/join-team'
import type { Line } from './line'
import { invite, join } from './registration'

/** What somebody with this session is answered once it should be over. */
async function returnAfter(actor: SignedIn, end: (session: string) => Promise<unknown>) {
  // A visitor has no session to come back with.
  if (actor.personId === null) return refuse('sign-in')
  const session = await openSession(actor.personId)
  await end(session)
  return (await personOfSession(session)) ?? refuse('sign-in')
}

async function mailedLink(): Promise<string> {
  const token = uuidv7()
  const [createdAt, expiresAt] = [new Date(), new Date(Date.now() + 600_000)]
  const row = { email: 'aysel@people.example', codeHash: '', linkHash: hashOf(token), createdAt, expiresAt }
  await (await db()).insert(signInCodes).values(row)
  return token
}

export const SESSION: readonly Line[] = [
  {
    row: 'SES-01 act with a session after log-out or role removal or disabling',
    at: 'judging',
    ask: (actor) => returnAfter(actor, endSession),
    notes: { neighbour: 'sign-in' },
  },
  {
    row: 'SES-01 act with a session after log-out or role removal or disabling',
    at: 'judging',
    ask: (actor) =>
      returnAfter(actor, async () =>
        (await db()).update(persons).set({ disabledAt: new Date() }).where(eq(persons.id, actor.personId)),
      ),
    notes: { neighbour: 'sign-in' },
  },
  {
    row: 'SES-01 act with a session after log-out or role removal or disabling',
    at: 'judging',
    ask: async (actor, { event, organization }) => {
      if (actor.personId === null) return refuse('sign-in')
      await (await db())
        .update(roleGrants)
        .set({ revokedAt: new Date() })
        .where(eq(roleGrants.personId, actor.personId))
      const next = await actorOf(actor.personId)
      return addPartnership(next, { event, organization: organization.id, role: 'supporter' })
    },
  },
  {
    row: 'SES-02 use a code or link or invitation a second time',
    at: 'registration',
    ask: async () => {
      const token = await mailedLink()
      await proveLink({ token })
      return (await proveLink({ token })) ?? refuse('gone-link')
    },
    // Nobody is anybody yet when following a mailed link.
    notes: { anonymous: 'gone-link', neighbour: 'gone-link' },
  },
  {
    row: 'SES-02 use a code or link or invitation a second time',
    at: 'registration',
    ask: async (actor, world) => {
      const { code } = await invite(world, { uses: 1 })
      await done(joinTeam(await actorOf((await makePerson('First')).id), { code }))
      return join(actor, world, code)
    },
    notes: { neighbour: 'invitation-used' },
  },
]
