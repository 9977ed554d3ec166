'use client'

import { useEffect, useRef, useState } from 'react'
import { useKeptPage } from '@/components/offline/use-kept-page'
import { clockIn } from '@/components/schedule/clock'
import { Button } from '@/components/ui/button'
import type { DoorWords } from '../door-words'
import { Delivery } from './delivery'
import { type DoorData, useDoor } from './use-door'

const EXPRESS = 'apogee.express'

/** The person of a scanned badge and one button; in express mode not even that, only the undo. */
export function BadgeScan({
  words,
  zone,
  page,
  ...data
}: DoorData & { words: DoorWords; zone: string; page: string }) {
  useKeptPage('organize', page)
  const [first] = data.people
  const door = useDoor({ ...data, only: first?.registration })
  const [express, setExpress] = useState(false)
  const once = useRef(false)
  const person = door.people[0]
  const { tap } = door
  useEffect(() => {
    const on = remembered()
    setExpress(on)
    if (!on || once.current || !first || first.arrivedAt) return
    once.current = true
    tap(first.registration, true)
  }, [first, tap])
  if (!person) return null
  const choose = (on: boolean) => {
    setExpress(on)
    remember(on)
  }
  return (
    <div className="grid gap-6">
      <Delivery door={door} words={words} />
      <h1 className="font-semibold text-4xl leading-tight [overflow-wrap:anywhere]">{person.name}</h1>
      {person.arrivedAt ? (
        <div className="grid gap-3">
          <p className="flex items-center gap-3 text-success text-xl">
            <svg viewBox="0 0 14 14" className="size-7 shrink-0" aria-hidden="true">
              <path d="M2 7.5l3.5 3.5L12 3.5" fill="none" stroke="currentColor" strokeWidth="2" />
            </svg>
            <span className="figures">
              {(person.seenBy ? words.arrived : words['arrived-here'])
                .replace('{at}', () => clockIn(new Date(person.arrivedAt ?? 0), zone))
                .replace('{by}', () => person.seenBy ?? '')}
            </span>
          </p>
          <p className="text-lg">{words.next}</p>
          <Button
            type="button"
            look="secondary"
            className="justify-self-start"
            onClick={() => door.tap(person.registration, false)}
          >
            {words.undo}
          </Button>
        </div>
      ) : (
        <Button
          type="button"
          className="min-h-16 text-xl"
          onClick={() => door.tap(person.registration, true)}
        >
          {words['check-in']}
        </Button>
      )}
      <label className="flex min-h-12 items-center gap-3 border-t pt-4">
        <input
          type="checkbox"
          className="size-6 shrink-0 accent-primary"
          checked={express}
          onChange={({ target }) => choose(target.checked)}
        />
        <span>
          <span className="block font-semibold">{words.express}</span>
          <span className="block text-muted text-sm">{words['express-how']}</span>
        </span>
      </label>
    </div>
  )
}

function remembered(): boolean {
  try {
    return localStorage.getItem(EXPRESS) === 'on'
  } catch {
    return false
  }
}

function remember(on: boolean): void {
  try {
    if (on) localStorage.setItem(EXPRESS, 'on')
    else localStorage.removeItem(EXPRESS)
  } catch {
    // A private window that keeps nothing: express lasts as long as this page.
  }
}
