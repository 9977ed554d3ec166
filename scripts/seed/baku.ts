import type { SignedIn } from '@/domain/access/actor'
import { grantRole } from '@/server/access/grant-role'
import { advancePhase } from '@/server/events/advance-phase'
import { actorOf } from '@/server/session'
import { playChallenges } from './challenges'
import { atBaku } from './clock'
import { done } from './expected'
import { playLists } from './lists'
import { playOrganizations } from './organizations'
import { playOrganizer, playPerson } from './roles'
import { playSchedule } from './schedule'

export interface Baku {
  readonly event: string
  readonly organizer: SignedIn
  readonly organizations: ReadonlyMap<string, string>
  readonly challenges: ReadonlyMap<string, string>
}

/** The Azerbaijan final up to open registration: who organizes it, its partners, challenges, days and people. */
export async function playBaku(
  owner: SignedIn,
  { edition, event, withLists }: { edition: string; event: string; withLists: boolean },
): Promise<Baku> {
  atBaku('2018-04-20 10:00')
  const organizer = await playOrganizer(owner, event, 'organizer')
  await playOrganizer(owner, event, 'organizer2')
  const helper = await playPerson(owner, event, 'Helper', 'helper')
  await done(grantRole(organizer, { person: helper, role: 'event-helper', node: event }))
  const administrator = await playPerson(owner, event, 'Edition administrator', 'edition')
  await done(grantRole(owner, { person: administrator, role: 'edition-administrator', node: edition }))

  const organizations = await playOrganizations(organizer, event)
  const partner = await playPerson(owner, event, 'Challenge owner', 'partner')
  const cnes = organizations.get('cnes') ?? ''
  await done(grantRole(owner, { person: partner, role: 'organization-partner', node: cnes, edition }))
  const challenges = await playChallenges(owner, edition, organizations)
  await playSchedule(organizer, event)

  atBaku('2018-05-01 09:00')
  await done(advancePhase(organizer, { event, to: 'registration' }))
  atBaku('2018-05-10 16:00')
  if (withLists) await playLists(organizer, event)
  return { event, organizer: await actorOf(organizer.personId), organizations, challenges }
}
