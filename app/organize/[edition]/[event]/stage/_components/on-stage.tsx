'use client'

import { StageClock } from '@/components/stage/stage-clock'
import { type StageShown, useStage } from '@/components/stage/use-stage'

/** The team on stage and its clock, as the hall's screen has it. */
export function OnStage({ first, api }: { first: StageShown; api: string }) {
  const { stage, at } = useStage(api, first)
  if (!stage.now) return null
  const { order, team, institution } = stage.now
  return (
    <div className="mt-2 flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
      <div className="min-w-0">
        <h2 className="display-3 [overflow-wrap:anywhere]">
          <span className="text-muted">{order}</span> {team}
        </h2>
        <p className="text-muted">{institution}</p>
      </div>
      <StageClock stage={stage} at={at} className="text-6xl leading-none" />
    </div>
  )
}
