import { playBaku } from './baku'
import { atBaku } from './clock'
import { playCompetition } from './competition'
import { playEvents } from './events'
import { playOthers } from './others'
import type { Stage } from './stages'

/** The whole example, in the order it happened, up to a stage. */
export async function playStory(stage: Stage, { withLists }: { withLists: boolean }): Promise<void> {
  atBaku('2018-04-01 10:00')
  const { owner, edition } = await playCompetition()
  const { international, azerbaijan, others } = await playEvents(owner, edition)
  await playBaku(owner, { edition, event: azerbaijan, withLists })
  await playOthers(owner, { international, others, stage })
}
