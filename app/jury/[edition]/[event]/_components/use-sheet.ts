'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { add, type DeviceSheet, type Job, nextJobs, openSheet, settle } from '@/domain/judging/device-sheet'
import { cellOf } from '@/domain/judging/receive-marks'
import type { NoteKind } from '@/domain/judging/states'
import { KeptJobs, newId } from './kept-jobs'
import type { SheetData } from './sheet-data'
import { ask, tell } from './tell'

export interface Delivery {
  readonly state: 'idle' | 'sending' | 'network' | 'sign-in'
  readonly sentAt: number | null
  readonly kept: boolean
}

const RETRY_MS = 3_000

/** The sheet of this device: every answer is kept here first, then told to the server in order until it is there. */
export function useSheet(data: SheetData) {
  const [sheet, show] = useState<DeviceSheet>(() => openSheet(data))
  const [delivery, setDelivery] = useState<Delivery>({ state: 'idle', sentAt: null, kept: true })
  const latest = useRef(sheet)
  const keeper = useRef<KeptJobs>(null)
  const busy = useRef(false)
  const ahead = useRef(0)

  const change = useCallback((next: DeviceSheet) => {
    latest.current = next
    show(next)
  }, [])

  const deliver = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    try {
      while (latest.current.queue.length > 0) {
        const jobs = nextJobs(latest.current)
        setDelivery((before) => (before.state === 'network' ? before : { ...before, state: 'sending' }))
        const told = await tell(data.api, jobs)
        if ('again' in told) {
          setDelivery((before) => ({ ...before, state: told.again }))
          return
        }
        const refused = told.answer.title !== undefined || (told.answer.rejected?.length ?? 0) > 0
        const server = refused ? await ask(data.api, data.notes) : null
        keeper.current?.forget(jobs.map(({ id }) => id))
        change(settle(latest.current, jobs, told.answer, server))
        setDelivery((before) => ({ ...before, state: 'sending', sentAt: Date.now() + ahead.current }))
      }
      setDelivery((before) => ({ ...before, state: 'idle' }))
    } finally {
      busy.current = false
    }
  }, [change, data.api, data.notes])

  useEffect(() => {
    ahead.current = data.now - Date.now()
    keeper.current = new KeptJobs(data.juror)
    const waiting = keeper.current.all()
    if (waiting.length > 0) change(add(latest.current, waiting))
    const wake = () => void deliver()
    const timer = setInterval(() => latest.current.queue.length > 0 && wake(), RETRY_MS)
    const lose = () => setDelivery((before) => ({ ...before, state: 'network' }))
    if (!navigator.onLine) lose()
    addEventListener('offline', lose)
    addEventListener('online', wake)
    document.addEventListener('visibilitychange', wake)
    wake()
    return () => {
      clearInterval(timer)
      removeEventListener('offline', lose)
      removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [change, data.juror, data.now, deliver])

  const put = useCallback(
    (make: (common: { id: string; seq: number; at: string; device: string }) => Job) => {
      const kept = keeper.current
      if (!kept) return
      const at = new Date(Date.now() + ahead.current).toISOString()
      const job = make({ id: newId(), seq: kept.nextSeq(), at, device: kept.device() })
      kept.keep(job)
      setDelivery((before) => ({ ...before, kept: kept.kept }))
      change(add(latest.current, [job]))
      void deliver()
    },
    [change, deliver],
  )

  return {
    sheet,
    delivery,
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
    object: (sentence: string) =>
      change({ ...latest.current, refused: [...new Set([...latest.current.refused, sentence])] }),
    read: () => change({ ...latest.current, refused: [] }),
  }
}
