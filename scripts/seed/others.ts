import type { SignedIn } from '@/domain/access/actor'
import { turnClockTo } from '@/server/clock'
import { advancePhase } from '@/server/events/advance-phase'
import { atBaku } from './clock'
import { instantIn } from './events'
import { done } from './expected'
import { playOrganizer } from './roles'
import { type Other, playSmallField, playSmallJury, playSmallResult } from './small-final'
import { reaches, type Stage } from './stages'

/** How far a country has come when Azerbaijan stands at a stage: on Saturday only the east has published. */
function progressOf({ country }: Other, stage: Stage): 'winner' | 'judged' | 'running' | 'planned' {
  if (stage === 'registration' || country.onSunday === 'planned') return 'planned'
  if (reaches(stage, 'published')) return country.onSunday
  return country.east ? 'winner' : 'running'
}

/** The international final, and who keeps its door. */
export async function playHost(owner: SignedIn, international: string): Promise<SignedIn> {
  atBaku('2018-05-01 12:00')
  const host = await playOrganizer(owner, international, 'toulouse')
  await done(advancePhase(host, { event: international, to: 'registration' }))
  return host
}

/** The other finals, each as far as it had come by then, and through the same use cases as Azerbaijan's. */
export async function playOthers(
  { owner, host }: { owner: SignedIn; host: SignedIn },
  others: readonly Other[],
  stage: Stage,
): Promise<void> {
  for (const other of others) {
    const { country, event } = other
    const progress = progressOf(other, stage)
    const local = (time: string) => turnClockTo(instantIn(country.timeZone, time))
    local('2018-05-01 09:00')
    const account = country.country === 'EE' ? 'neighbour' : `organizer.${country.country.toLowerCase()}`
    const organizer = await playOrganizer(owner, event, account)
    await done(advancePhase(organizer, { event, to: 'registration' }))
    if (progress === 'planned') continue
    await playSmallField(organizer, other)
    local('2018-05-25 11:00')
    const jury = progress === 'running' ? [] : await playSmallJury(organizer, other)
    await done(advancePhase(organizer, { event, to: 'in-progress' }))
    if (progress !== 'running') await playSmallResult({ organizer, host }, other, jury, progress === 'winner')
  }
}
