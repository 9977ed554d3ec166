'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { newId, thisDevice } from '@/app/_components/this-device'
import { clockAhead, noteClock } from './heard-clock'
import { type KeptTap, KeptTaps } from './kept-taps'
import { askPeople, type Person, tellTaps } from './tell-taps'

const EVERY_MS = 5_000

export interface DoorData {
  readonly api: string
  /** Event and helper: what is kept here under another door is left alone. */
  readonly door: string
  /** The server's clock as the page was made. */
  readonly madeAt: number
  readonly people: readonly Person[]
  /** Where the page is about one person alone. */
  readonly only?: string
  readonly helper: string
}

/** The list at the door: a tap is kept here first, then told until it is there; what others tapped comes by itself. */
export function useDoor({ api, door, helper, madeAt, people: first, only }: DoorData) {
  const [people, setAll] = useState(first)
  const [waiting, setWaiting] = useState<readonly KeptTap[]>([])
  const [state, setState] = useState<'sent' | 'sending' | 'network' | 'sign-in'>('sent')
  const [unknown, setUnknown] = useState(0)
  const keeper = useRef<KeptTaps>(null)
  const latest = useRef<readonly KeptTap[]>([])
  const ahead = useRef(0)
  const busy = useRef(false)

  const setPeople = useCallback(
    (now: readonly Person[]) => setAll(only ? now.filter(({ registration }) => registration === only) : now),
    [only],
  )
  const ask = useCallback(async () => {
    const told = await askPeople(api)
    if (told && told.now !== null) ahead.current = noteClock(told.now)
    return told?.people ?? null
  }, [api])
  const change = useCallback((next: readonly KeptTap[]) => {
    latest.current = next
    setWaiting(next)
  }, [])

  const deliver = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    try {
      while (latest.current.length > 0) {
        setState((before) => (before === 'sent' ? 'sending' : before))
        const told = await tellTaps(api, { device: thisDevice(), helper }, latest.current)
        if ('again' in told) return setState(told.again)
        const settled = [...told.saved, ...told.unknown]
        const now = await ask()
        if (now) setPeople(now)
        setUnknown((before) => before + told.unknown.length)
        change(latest.current.filter(({ id }) => !settled.includes(id)))
        await keeper.current?.forget(settled)
      }
      setState('sent')
    } finally {
      busy.current = false
    }
  }, [api, ask, change, helper, setPeople])

  useEffect(() => {
    // A page that was kept is old: what the device has heard of the server's clock since is nearer.
    ahead.current = Math.max(madeAt - Date.now(), clockAhead() ?? Number.NEGATIVE_INFINITY)
    const kept = new KeptTaps(door)
    keeper.current = kept
    let live = true
    // A page that was kept is as old as its last load; the list that was told since is newer.
    void ask().then((told) => live && told && setPeople(told))
    void kept.all().then((left) => {
      if (!live) return
      const here = new Set(latest.current.map(({ id }) => id))
      change([...left.filter(({ id }) => !here.has(id)), ...latest.current])
      void deliver()
    })
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      if (latest.current.length > 0) return deliver()
      const now = await ask()
      if (now && latest.current.length === 0) setPeople(now)
    }
    const timer = setInterval(look, EVERY_MS)
    addEventListener('online', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      live = false
      clearInterval(timer)
      removeEventListener('online', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ask, change, deliver, door, madeAt, setPeople])

  const tap = useCallback(
    (registration: string, present: boolean) => {
      const made = { id: newId(), registration, present, at: Date.now() + ahead.current }
      change([...latest.current, made])
      void keeper.current?.keep(made)
      void deliver()
    },
    [change, deliver],
  )

  return {
    people: people.map((person) => withTaps(person, waiting)),
    waiting: waiting.length,
    state,
    unknown,
    tap,
  }
}

/** A person as the list shows them: what waits here counts already. */
function withTaps(person: Person, waiting: readonly KeptTap[]): Person & { readonly kept: boolean } {
  const last = waiting.filter(({ registration }) => registration === person.registration).at(-1)
  if (!last) return { ...person, kept: false }
  if (!last.present) return { ...person, arrivedAt: null, seenBy: null, kept: true }
  const { arrivedAt, seenBy } = person
  return arrivedAt
    ? { ...person, arrivedAt, seenBy, kept: true }
    : { ...person, arrivedAt: new Date(last.at).toISOString(), seenBy: null, kept: true }
}
