'use client'

import { useEffect, useState } from 'react'
import { clockIn } from './clock'

/**
 * The same instant on the reader's own clock, once the browser has said where that is; nothing where it is the same.
 * @param words how it is said: “{time} here, {city}”
 */
export function HereTime({ instant, zone, words }: { instant: number; zone: string; words: string }) {
  const [here, setHere] = useState<string>()
  useEffect(() => setHere(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  if (!here) return null
  const time = clockIn(new Date(instant), here)
  if (time === clockIn(new Date(instant), zone)) return null
  const city = here.split('/').at(-1)?.replaceAll('_', ' ') ?? here
  const [before, after] = words.replace('{city}', city).split('{time}')
  return (
    <span className="text-muted">
      {before}
      <span className="font-semibold text-text">{time}</span>
      {after}
    </span>
  )
}
