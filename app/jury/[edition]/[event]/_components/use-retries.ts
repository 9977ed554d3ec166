'use client'

import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { type DeviceSheet, nextJobs, waitAfter } from '@/domain/judging/device-sheet'
import { type Desk, tellLast } from './tell'

/** Marks that fit a request which a browser carries beyond the end of its page. */
const MOST_LAST = 100

/**
 * When to tell: at once, after growing pauses while it fails, and when there is reason to hope (the network is back, the
 * juror looks at the page again). As the page ends, what still waits is sent without waiting for the answer.
 */
export function useRetries({
  deliver,
  lose,
  latest,
  desk: { api, juror },
}: {
  /** Answers false when something still waits that could not be told. */
  deliver: () => Promise<boolean>
  lose: () => void
  latest: RefObject<DeviceSheet>
  desk: Desk
}) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const failures = useRef(0)
  const trying = useRef(false)

  const wake = useCallback(
    async function again(inTurn = false): Promise<void> {
      if (trying.current) return
      trying.current = true
      clearTimeout(timer.current)
      const done = await deliver().finally(() => {
        trying.current = false
      })
      // A touch in between tries at once, and makes nobody wait longer for the next try.
      failures.current = done ? 0 : Math.max(1, failures.current + (inTurn ? 1 : 0))
      if (!done) timer.current = setTimeout(() => again(true), waitAfter(failures.current))
    },
    [deliver],
  )

  const start = useCallback(() => {
    if (!navigator.onLine) lose()
    void wake()
  }, [lose, wake])

  useEffect(() => {
    const hope = () => {
      failures.current = 0
      void wake()
    }
    const look = () => document.visibilityState === 'visible' && hope()
    const leave = () => tellLast({ api, juror }, nextJobs(latest.current, MOST_LAST), latest.current.queue)
    addEventListener('offline', lose)
    addEventListener('online', hope)
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer.current)
      removeEventListener('offline', lose)
      removeEventListener('online', hope)
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', look)
    }
  }, [api, juror, latest, lose, wake])

  return { wake, start }
}
