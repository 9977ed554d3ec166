'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Job } from '@/domain/judging/device-sheet'

/**
 * Which answers live in this page alone, because the browser refuses its storage. While there are any the juror is asked
 * before the page goes. An answer is counted until it is known to be kept, so that the chip never says too much.
 */
export function useUnkept() {
  const [unkept, setUnkept] = useState<ReadonlySet<string>>(new Set())
  const release = useCallback(
    (jobs: readonly Pick<Job, 'id'>[]) =>
      setUnkept((before) =>
        before.size === 0 ? before : without(before, new Set(jobs.map(({ id }) => id))),
      ),
    [],
  )
  const hold = useCallback(
    (job: Job, { mirrored, kept }: { mirrored: boolean; kept: Promise<boolean> }) => {
      if (mirrored) return
      setUnkept((before) => new Set(before).add(job.id))
      void kept.then((safe) => safe && release([job]))
    },
    [release],
  )
  const kept = unkept.size === 0

  useEffect(() => {
    if (kept) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [kept])

  return { kept, hold, release }
}

const without = (all: ReadonlySet<string>, gone: ReadonlySet<string>) =>
  new Set([...all].filter((one) => !gone.has(one)))
