import type { SignedIn } from '@/domain/access/actor'
import { grantRole } from '@/server/access/grant-role'
import { recordPerson } from '@/server/people/record-person'
import { actorOf } from '@/server/session'
import { done } from './expected'

/** A person of the example: an account, no human being. */
export async function playPerson(
  by: SignedIn,
  event: string,
  name: string,
  account: string,
): Promise<string> {
  const email = `${account}@example.org`
  return (await done(recordPerson(by, { event, givenName: name, familyName: '(example)', email }))).person
}

/** Organizer accounts of an event, each able to act. */
export async function playOrganizer(owner: SignedIn, event: string, account: string): Promise<SignedIn> {
  const person = await playPerson(owner, event, 'Organizer', account)
  await done(grantRole(owner, { person, role: 'event-organizer', node: event }))
  return actorOf(person)
}
