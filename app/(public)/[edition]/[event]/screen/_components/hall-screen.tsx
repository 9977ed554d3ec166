'use client'

import { StageClock } from '@/components/stage/stage-clock'
import { type StageShown, useStage } from '@/components/stage/use-stage'

/** Sizes follow the screen's width: 2.2vw is 42 px at 1080p. The lower fifth stays free: people on stage stand there. */
export function HallScreen({
  first,
  address,
  caption,
  example,
  words,
}: {
  first: StageShown
  address: string
  caption: string
  example: string | null
  words: Readonly<Record<'pitch' | 'next' | 'paused' | 'soon' | 'over', string>>
}) {
  const { stage, at } = useStage(address, first)
  const { now, next, over, state } = stage
  return (
    <main id="content" className="flex min-h-dvh flex-col px-[5vw] pt-[5vh] pb-[20vh]">
      <p className="flex justify-between gap-[2vw] font-mono text-[max(2.2vw,3.9vh)] text-muted uppercase">
        <span>{caption}</span>
        {example && <span>{example}</span>}
      </p>
      {now ? (
        <div className="flex flex-1 items-center justify-between gap-[3vw]">
          <div className="min-w-0">
            <p className="font-mono text-[max(2.2vw,3.9vh)] text-muted uppercase">
              {words.pitch} {now.order}
            </p>
            <h1 className="display text-[7vw] leading-[1.05] [overflow-wrap:anywhere]">{now.team}</h1>
            {now.project && <p className="mt-[1.5vh] text-[2.6vw] leading-snug">{now.project}</p>}
            <p className="mt-[1vh] text-[max(2.2vw,3.9vh)] text-muted">{now.institution}</p>
          </div>
          <div className="shrink-0 text-right">
            <StageClock stage={stage} at={at} className="text-[10vw] leading-none tracking-tight" />
            {state === 'paused' && <p className="text-[max(2.2vw,3.9vh)] text-muted">{words.paused}</p>}
          </div>
        </div>
      ) : (
        <div className="flex flex-1 flex-col justify-center">
          <h1 className="display text-[7vw] leading-[1.05]">{over ? words.over : words.soon}</h1>
        </div>
      )}
      {next && (
        <p className="border-t pt-[2vh] text-[max(2.2vw,3.9vh)]">
          <span className="text-muted">{words.next}</span> <strong>{next.team}</strong>
        </p>
      )}
    </main>
  )
}
