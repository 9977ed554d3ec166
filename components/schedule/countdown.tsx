'use client'

import { useEffect, useState } from 'react'
import { remaining, tellingUnits, type Unit } from './clock'

/**
 * What is left, large: “13 h 20 min”. The server writes it; the browser only keeps it going, by the server's clock.
 * @param until,now instants in milliseconds
 * @param units the short word for each unit
 */
export function Countdown({
  until,
  now,
  units,
  className = 'text-5xl',
}: {
  until: number
  now: number
  units: Readonly<Record<Unit, string>>
  className?: string
}) {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const begun = performance.now()
    const timer = setInterval(() => setTime(now + performance.now() - begun), 1000)
    return () => clearInterval(timer)
  }, [now])
  return (
    <p role="timer" className={`figures flex items-baseline gap-x-[0.22em] tracking-[-0.06em] ${className}`}>
      {tellingUnits(remaining(new Date(until), new Date(time))).map(([unit, count]) => (
        <span key={unit} className="flex items-baseline leading-none">
          {count}
          <span className="ml-[0.3em] text-[0.36em] text-muted tracking-normal">{units[unit]}</span>
        </span>
      ))}
    </p>
  )
}
