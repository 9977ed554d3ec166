'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { SheetData } from './sheet-data'
import type { Say } from './words'

const ASK_EVERY_MS = 60_000
const seenKey = (juror: string) => `reminder-seen ${juror}`

/**
 * The organizers' line that ballots are missing. It is heard of each minute while the sheet is in sight, stays until
 * it was seen or nothing is missing, and comes back when they ask again.
 */
export function Reminder({
  data: { api, juror, reminder, closed },
  missing,
  say,
}: {
  data: Pick<SheetData, 'api' | 'juror' | 'reminder' | 'closed'>
  /** Teams without an answer, as this device has it. */
  missing: number
  say: Say
}) {
  const [asked, setAsked] = useState(reminder?.at ?? null)
  const [seen, setSeen] = useState<string | null>(null)
  useEffect(() => setSeen(recall(seenKey(juror))), [juror])
  useEffect(() => {
    if (closed) return
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      const response = await fetch(`${api}/marks`).catch(() => null)
      const sheet: { reminder?: { at: string } | null } | null = response?.ok
        ? await response.json().catch(() => null)
        : null
      if (sheet && sheet.reminder !== undefined) setAsked(sheet.reminder?.at ?? null)
    }
    const timer = setInterval(ask, ASK_EVERY_MS)
    document.addEventListener('visibilitychange', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [api, closed])
  if (closed || asked === null || asked === seen || missing === 0) return null
  const dismiss = () => {
    setSeen(asked)
    keep(seenKey(juror), asked)
  }
  return (
    <div
      role="status"
      className="mx-4 my-2 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-primary-soft p-3 text-sm md:mx-0"
    >
      <p className="min-w-0 flex-1 basis-56">
        <strong>{missing === 1 ? say('askedOne') : say('asked', { teams: missing })}</strong>{' '}
        {say('askedWhat')}
      </p>
      <Button type="button" look="secondary" onClick={dismiss}>
        {say('askedDismiss')}
      </Button>
    </div>
  )
}

/** A browser that keeps nothing shows the line again: better than not at all. */
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {}
}
