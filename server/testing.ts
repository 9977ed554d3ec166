import 'server-only'
import { grant, makeCompetition, makePerson } from '@/db/factories'
import { actorOf } from './session'

/** The edition of the factories, with an organizer of the Azerbaijan final, a neighbour and a stranger who ask. */
export async function makeEdition() {
  const made = await makeCompetition()
  const organizer = await makePerson('Organizer')
  await grant(organizer.id, 'event-organizer', made.national.id)
  const neighbour = await makePerson('Neighbour')
  await grant(neighbour.id, 'event-organizer', made.elsewhere.id)
  const stranger = await makePerson('Stranger')
  return {
    ...made,
    organizer: await actorOf(organizer.id),
    neighbour: await actorOf(neighbour.id),
    stranger: await actorOf(stranger.id),
  }
}
