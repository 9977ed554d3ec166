import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { makePerson, putAtPhase } from '@/db/factories'
import { events } from '@/db/schema'
import { isRefusal } from '@/domain/refusal'
import { actorOf } from '../session'
import { makeEdition } from '../testing'
import { registerStudent } from './register-student'

/** The moment the tests of students stand at: registration is open, nothing is due. */
export const DURING_REGISTRATION = new Date('2018-05-10T08:00:00Z')

export const DEADLINES = {
  registrationOpensAt: new Date('2018-05-01T04:00:00Z'),
  registrationClosesAt: new Date('2018-05-20T19:59:00Z'),
  rosterLocksAt: new Date('2018-05-25T07:00:00Z'),
  submissionsDueAt: new Date('2018-05-26T07:00:00Z'),
}

/** The edition with the Azerbaijan final open for registration. */
export async function makeOpenEvent(settings: Partial<typeof events.$inferInsert> = {}) {
  const made = await makeEdition()
  await (await db())
    .update(events)
    .set({ ...DEADLINES, ...settings })
    .where(eq(events.id, made.national.id))
  await putAtPhase(made.national.id, 'registration')
  return { ...made, event: made.national.id }
}

/** What a use case gave, where the test is about something later; a refusal fails it. */
export async function done<T>(outcome: Promise<T>): Promise<Exclude<T, { refused: true }>> {
  const value = await outcome
  if (isRefusal(value)) throw new Error(`Refused: ${value.code}`)
  return value as Exclude<T, { refused: true }>
}

/** A person registered for the event, as the actor of a new request. */
export async function makeStudent(event: string, givenName: string) {
  const person = await makePerson(givenName)
  await done(registerStudent(await actorOf(person.id), { event }))
  return actorOf(person.id)
}
