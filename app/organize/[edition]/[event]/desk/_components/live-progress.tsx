'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

/** “Last seen” and “reminded” age, and a device that is merely heard of changes nothing else. */
const AGES_MS = 30_000

/** Draws the desk anew when scoring's progress changes, and says whether it hears of changes. */
export function LiveProgress({ address, live, waiting }: { address: string; live: string; waiting: string }) {
  const router = useRouter()
  const [hears, setHears] = useState(false)
  useEffect(() => {
    let first = true
    const source = new EventSource(address)
    source.onopen = () => setHears(true)
    source.onerror = () => setHears(false)
    source.onmessage = () => {
      if (!first) router.refresh()
      first = false
    }
    const ageing = setInterval(() => document.visibilityState === 'visible' && router.refresh(), AGES_MS)
    return () => {
      clearInterval(ageing)
      source.close()
    }
  }, [address, router])
  return (
    <p className="caption flex items-center gap-2 text-muted" aria-live="off">
      <span className={`size-2 rounded-full ${hears ? 'bg-success' : 'border border-control'}`} />
      {hears ? live : waiting}
    </p>
  )
}
