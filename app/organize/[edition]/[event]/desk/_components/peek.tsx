'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

interface Place {
  readonly rank: number
  readonly team: string
  readonly score: number
}

export interface PeekWords {
  readonly hold: string
  readonly failed: string
}

const SIX = [1, 2, 3, 4, 5, 6]

/** The first six places while the button is held down: fetched at that moment, forgotten at its end. */
export function Peek({ address, words }: { address: string; words: PeekWords }) {
  const [places, setPlaces] = useState<readonly Place[]>([])
  const [error, setError] = useState('')
  const held = useRef(false)
  const look = async () => {
    if (held.current) return
    held.current = true
    setError('')
    const answer = await fetch(address, { method: 'POST' }).catch(() => null)
    const body = await answer?.json().catch(() => null)
    if (!held.current) return
    if (answer?.ok) setPlaces(body.places)
    else setError(body?.title ?? words.failed)
  }
  const hide = () => {
    held.current = false
    setPlaces([])
  }
  return (
    <>
      <ol
        className="grid flex-1 grid-cols-2 gap-x-3.5 gap-y-4 max-sm:basis-full sm:grid-cols-3 xl:grid-cols-6"
        aria-live="polite"
      >
        {SIX.map((place) => {
          const shown = places[place - 1]
          return (
            // Held or not a place is as high: else the button moves from under the finger, which ends the look.
            <li key={place} className="h-14 min-w-0 border-control border-t pt-2">
              <p className="figures flex justify-between text-muted text-sm">
                <span>{shown?.rank ?? place}</span>
                <span>{shown ? shown.score.toFixed(2) : '··.·'}</span>
              </p>
              {shown ? (
                <p className="truncate font-semibold">{shown.team}</p>
              ) : (
                <p className="mt-2 h-2 rounded-sm bg-dot" />
              )}
            </li>
          )
        })}
      </ol>
      <div>
        <Button
          type="button"
          look="secondary"
          className="touch-none select-none whitespace-nowrap"
          onPointerDown={look}
          onPointerUp={hide}
          onPointerLeave={hide}
          onPointerCancel={hide}
          onBlur={hide}
          onContextMenu={(event) => event.preventDefault()}
          onKeyDown={(event) => (event.key === ' ' || event.key === 'Enter') && !event.repeat && look()}
          onKeyUp={hide}
        >
          {words.hold}
        </Button>
        {error && (
          <p role="alert" className="mt-2 max-w-60 text-danger text-sm">
            {error}
          </p>
        )}
      </div>
    </>
  )
}
