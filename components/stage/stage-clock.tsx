'use client'

import { useEffect, useState } from 'react'
import type { StageShown } from './use-stage'

/** The time a pitch has left as 4:05, or what it runs over as +0:32. `at` is when `spent` was so (performance.now). */
export function StageClock({
  stage: { state, spent, limit },
  at,
  className = '',
}: {
  stage: StageShown
  at: number
  className?: string
}) {
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    setPassed(0)
    if (state !== 'running') return
    const timer = setInterval(() => setPassed(performance.now() - at), 250)
    return () => clearInterval(timer)
  }, [state, at])
  const left = limit - spent - (state === 'running' ? passed : 0)
  const seconds = Math.abs(left > 0 ? Math.ceil(left / 1000) : Math.floor(left / 1000))
  const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <span role="timer" className={`figures ${left < 0 ? 'text-warn' : ''} ${className}`}>
      {left < 0 ? `+${shown}` : shown}
    </span>
  )
}
