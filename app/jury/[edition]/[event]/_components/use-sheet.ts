'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { newId, thisDevice } from '@/app/_components/this-device'
import {
  add,
  type DeviceSheet,
  type Job,
  nextJobs,
  openSheet,
  type Refused,
  reopenSheet,
  settle,
} from '@/domain/judging/device-sheet'
import { cellOf } from '@/domain/judging/receive-marks'
import type { NoteKind } from '@/domain/judging/states'
import { KeptJobs } from './kept-jobs'
import type { SheetData } from './sheet-data'
import { ask, tell } from './tell'
import { useRetries } from './use-retries'
import { useUnkept } from './use-unkept'

export interface Delivery {
  /** `opening` until it is known what an earlier page left here. */
  readonly state: 'opening' | 'idle' | 'sending' | 'network' | 'sign-in'
  readonly sentAt: number | null
}

/** The sheet of this device: every answer is kept here first, then told to the server in order until it is there. */
export function useSheet(data: SheetData) {
  const [sheet, show] = useState<DeviceSheet>(() => openSheet(data))
  const [delivery, setDelivery] = useState<Delivery>({ state: 'opening', sentAt: null })
  const latest = useRef(sheet)
  const keeper = useRef<KeptJobs>(null)
  const read = useRef(false)
  const ahead = useRef(0)
  const heardAt = useRef(data.madeAt)
  const { kept, hold, release } = useUnkept()
  const { api, juror } = data

  const change = useCallback((next: DeviceSheet) => {
    latest.current = next
    show(next)
    const { queue: _, ...shown } = next
    void keeper.current?.keepSheet({ heardAt: heardAt.current, sheet: shown })
  }, [])

  /** Tells what waits; false while it could not be told. */
  const deliver = useCallback(async (): Promise<boolean> => {
    // What an earlier page left goes first.
    if (!keeper.current || !read.current) return true
    let most: number | undefined
    while (latest.current.queue.length > 0) {
      const jobs = nextJobs(latest.current, most)
      setDelivery((before) => (before.state === 'network' ? before : { ...before, state: 'sending' }))
      const told = await tell({ api, juror }, jobs, latest.current.queue)
      if ('again' in told) {
        setDelivery((before) => ({ ...before, state: told.again }))
        return false
      }
      const { title, rejected } = told.answer
      // Refused as a whole, the good ones among them must not fall with the bad one.
      if (title !== undefined && rejected === undefined && jobs.length > 1) {
        most = Math.ceil(jobs.length / 2)
        continue
      }
      heardAt.current = Math.max(heardAt.current, told.heardAt)
      const server = title !== undefined || rejected?.length ? await ask(api) : null
      change(settle(latest.current, jobs, told.answer, server))
      release(jobs)
      await keeper.current.forget(jobs.map(({ id }) => id))
      setDelivery((before) => ({ ...before, state: 'sending', sentAt: Date.now() + ahead.current }))
    }
    setDelivery((before) => ({ ...before, state: 'idle' }))
    return true
  }, [change, release, api, juror])

  const lose = useCallback(() => setDelivery((before) => ({ ...before, state: 'network' })), [])
  const { wake, start } = useRetries({ deliver, lose, latest, desk: data })

  useEffect(() => {
    const keeping = new KeptJobs(data.juror)
    let gone = false
    keeper.current = keeping
    ahead.current = keeping.mirror.clockAhead(data.now)
    void Promise.all([keeping.all(), keeping.sheet()]).then(([waiting, shown]) => {
      if (gone) return
      read.current = true
      heardAt.current = Math.max(data.madeAt, shown?.heardAt ?? 0)
      change(reopenSheet(data, shown, [...waiting, ...latest.current.queue]))
      start()
    })
    return () => {
      gone = true
    }
  }, [change, data, start])

  const put = useCallback(
    (make: (common: { id: string; seq: number; at: string; device: string }) => Job) => {
      const keeping = keeper.current
      if (!keeping) return
      const at = new Date(Date.now() + ahead.current).toISOString()
      const past = Math.max(0, ...latest.current.queue.map(({ seq }) => seq))
      const { mirror } = keeping
      const job = make({ id: newId(), seq: mirror.nextSeq(past), at, device: thisDevice() })
      hold(job, keeping.keep(job))
      change(add(latest.current, [job]))
      void wake()
    },
    [change, hold, wake],
  )

  return {
    sheet,
    delivery,
    /** Whether everything that waits is kept in this browser. */
    kept,
    mark: (entry: string, criterion: string, value: number | null) =>
      put((common) => {
        const replaces = latest.current.cells[cellOf({ entry, criterion })]?.id ?? null
        return { kind: 'mark', ...common, entry, criterion, value, replaces }
      }),
    answer: (entry: string, status: 'submitted' | 'recused' | 'draft', reason?: string) =>
      put(({ id, seq }) => ({ kind: 'ballot', id, seq, entry, status, reason })),
    note: (entry: string, note: NoteKind, text: string) =>
      put(({ id, seq }) => ({ kind: 'note', id, seq, entry, note, text })),
    /** The juror takes what the other device gave. */
    yieldTo: (id: string) =>
      change({ ...latest.current, contests: latest.current.contests.filter(({ mine }) => mine.id !== id) }),
    /** Says a refusal that came another way. */
    object: (refused: Refused) =>
      change({ ...latest.current, refused: [...latest.current.refused, refused] }),
    understood: () => change({ ...latest.current, refused: [] }),
  }
}
