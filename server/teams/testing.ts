import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { teamMembers } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { isRefusal } from '@/domain/refusal'
import { done, makeOpenEvent, makeStudent } from '../registration/testing'
import { actorOf } from '../session'
import { createTeam } from './create-team'
import { makeInvitation } from './make-invitation'

/** Why something was refused, or `done`. */
export const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : 'done')

/** The same person in their next request. */
export const again = ({ personId }: SignedIn) => actorOf(personId)

/** A captain's team with an invitation, in an event that is open. */
export async function makeTeam(settings: Parameters<typeof makeOpenEvent>[0] = {}, name = 'Xəzər Sat') {
  const made = await makeOpenEvent(settings)
  return { ...made, ...(await addTeam(made.event, name)) }
}

export async function addTeam(event: string, name: string) {
  const student = await makeStudent(event, `Captain of ${name}`)
  const { team, entry, slug } = await done(createTeam(student, { event, name }))
  const captain = await again(student)
  const { code, invitation } = await done(makeInvitation(captain, { team }))
  return { captain, team, entry, slug, code, invitation }
}

/** Who sits in a team now. */
export const membersOf = async (team: string) =>
  (await (await db()).select().from(teamMembers).where(eq(teamMembers.teamId, team))).filter(
    ({ leftAt }) => leftAt === null,
  )
