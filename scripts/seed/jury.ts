import type { SignedIn } from '@/domain/access/actor'
import type { RubricCriterion } from '@/domain/judging/rubric'
import { assignPanel } from '@/server/judging/assign-panel'
import { seatJuror } from '@/server/judging/seat-juror'
import { setRubric } from '@/server/judging/set-rubric'
import { actorOf } from '@/server/session'
import { commitDraw } from '@/server/stage/commit-draw'
import { drawPitchOrder } from '@/server/stage/draw-pitch-order'
import { done } from './expected'
import { readSeed } from './read'
import { playPerson } from './roles'

export interface SeatToFill {
  readonly office: string
  readonly organization?: string
  readonly account: string
  readonly president?: boolean
  /** No published jury has this seat. */
  readonly invented: boolean
  /** How many points of a hundred it gives above or below the panel. */
  readonly severity: number
}

/** A filled seat: who acts in it, and how strict it was made up to be. */
export interface PlayedJuror {
  readonly actor: SignedIn
  readonly juror: string
  readonly severity: number
}

/** Sets the rubric and fills the seats. A seat is held by an example account, never by a real person's name. */
export async function playJury(
  organizer: SignedIn,
  event: string,
  seats: readonly SeatToFill[],
): Promise<PlayedJuror[]> {
  const criteria = readSeed<RubricCriterion[]>('actinspace-2018/rubric.json')
  await done(setRubric(organizer, { event, criteria }))
  const played: PlayedJuror[] = []
  for (const { account, severity, ...seat } of seats) {
    const person = await playPerson(organizer, event, `Seat ${played.length + 1}`, account)
    const { juror } = await done(seatJuror(organizer, { ...seat, event, person }))
    played.push({ actor: await actorOf(person), juror, severity })
  }
  return played
}

/** Assigns the complete panel minus conflicts and draws the order of the pitches. */
export async function playPanel(
  organizer: SignedIn,
  event: string,
  seed: string,
): Promise<readonly string[]> {
  await done(assignPanel(organizer, { event }))
  await done(commitDraw(organizer, { event, seed }))
  return (await done(drawPitchOrder(organizer, { event }))).order
}
