import type { SignedIn } from '@/domain/access/actor'
import type { Phase } from '@/domain/events/phases'
import { advancePhase } from '@/server/events/advance-phase'
import { atBaku } from './clock'
import type { Country } from './events'
import { done } from './expected'
import { playOrganizer } from './roles'
import type { Stage } from './stages'

interface Other {
  country: Country
  event: string
}

/** The other finals and the international one, each as far as it had come by then. */
export async function playOthers(
  owner: SignedIn,
  { international, others, stage }: { international: string; others: readonly Other[]; stage: Stage },
): Promise<void> {
  atBaku('2018-05-01 12:00')
  const host = await playOrganizer(owner, international, 'toulouse')
  await done(advancePhase(host, { event: international, to: 'registration' }))
  for (const { country, event } of others) {
    const account = country.country === 'EE' ? 'neighbour' : `organizer.${country.country.toLowerCase()}`
    const organizer = await playOrganizer(owner, event, account)
    await done(advancePhase(organizer, { event, to: 'registration' }))
    if (stage === 'registration' || country.onSunday === 'planned') continue
    await step(organizer, event, 'in-progress', '2018-05-25 12:00')
  }
}

async function step(organizer: SignedIn, event: string, to: Phase, at: string): Promise<void> {
  atBaku(at)
  await done(advancePhase(organizer, { event, to }))
}
