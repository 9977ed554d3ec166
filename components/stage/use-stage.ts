'use client'

import { useEffect, useState } from 'react'

/** What the hall sees of the stage, as the API answers it; milliseconds. */
export interface StageShown {
  readonly state: 'empty' | 'called' | 'running' | 'paused'
  readonly now: Pitching | null
  readonly next: Pitching | null
  readonly over: boolean
  readonly spent: number
  readonly limit: number
}

export interface Pitching {
  readonly entry: string
  readonly order: number | null
  readonly team: string
  readonly institution: string | null
  readonly project: string | null
}

const EVERY_MS = 2_000

/** Asks what is on stage while the page is seen. Without a network it goes on with what it knew, by its own clock. */
export function useStage<T extends StageShown | null>(
  address: string,
  first: T,
): { stage: T | StageShown; at: number } {
  const [known, setKnown] = useState<{ stage: T | StageShown; at: number }>({ stage: first, at: 0 })
  useEffect(() => {
    setKnown((before) => (before.at === 0 ? { ...before, at: performance.now() } : before))
    const ask = async () => {
      if (document.hidden) return
      const answer = await fetch(address).catch(() => null)
      if (answer?.ok) setKnown({ stage: (await answer.json()) as StageShown, at: performance.now() })
    }
    ask()
    const timer = setInterval(ask, EVERY_MS)
    return () => clearInterval(timer)
  }, [address])
  return known
}
