'use client'

import { StageClock } from '@/components/stage/stage-clock'
import { useStage } from '@/components/stage/use-stage'
import type { Say } from './words'

/** Who is on stage, with the clock; a juror who is elsewhere may go there or stay. Nothing shows while nobody is. */
export function NowOnStage({
  address,
  at,
  mine,
  onJump,
  say,
}: {
  address: string
  /** The entry whose card is open. */
  at: string
  /** Whether an entry is the juror's to score. */
  mine: (entry: string) => boolean
  onJump: (entry: string) => void
  say: Say
}) {
  const { stage, at: heardAt } = useStage(address, null)
  if (!stage?.now) return null
  const { entry, order, team } = stage.now
  return (
    <p className="flex min-h-12 flex-wrap items-center gap-x-3 border-b px-4 md:px-0" role="status">
      <span aria-hidden className="size-2 rounded-full bg-signal" />
      <span className="min-w-0 flex-1">{say('onStage', { order: order ?? '', team })}</span>
      <StageClock stage={stage} at={heardAt} />
      {entry !== at && mine(entry) && (
        <button type="button" className="link min-h-12 px-2" onClick={() => onJump(entry)}>
          {say('goThere')}
        </button>
      )}
    </p>
  )
}
