import type { SignedIn } from '@/domain/access/actor'
import { addAddress } from '@/server/people/add-address'
import { confirmRegistration } from '@/server/registration/confirm-registration'
import { claimCaptaincy } from '@/server/teams/claim-captaincy'
import { atBaku } from './clock'
import { done } from './expected'
import { fieldOf } from './field'

const TEAM = 'Night Lights AZ'

/**
 * The example's captain and student: second addresses of two imported people of one team, so that 105 stays 105. The
 * captain has confirmed, agreed to be named and claimed the team; the student has not been here yet.
 */
export async function playAccounts(organizer: SignedIn, event: string): Promise<void> {
  const team = (await fieldOf(event)).find(({ name }) => name === TEAM)
  const [, student] = team?.members ?? []
  if (!team || !student) throw new Error(`“${TEAM}” is not there`)
  const { captain } = team
  await done(addAddress(organizer, { event, person: captain.personId, email: 'captain@example.org' }))
  await done(addAddress(organizer, { event, person: student, email: 'student@example.org' }))
  atBaku('2018-05-11 18:20')
  const consents = { 'publish-name': true, photo: true, 'share-with-sponsors': false }
  await done(confirmRegistration(captain, { event, consents }))
  await done(claimCaptaincy(captain, { team: team.team }))
}
