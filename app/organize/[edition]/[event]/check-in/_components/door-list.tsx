'use client'

import { useMemo, useState } from 'react'
import { clockIn } from '@/components/schedule/clock'
import { Button } from '@/components/ui/button'
import { foldName } from '@/domain/organizations/name'
import type { DoorWords } from '../door-words'
import { Delivery } from './delivery'
import { type DoorData, useDoor } from './use-door'

const ONLY = ['all', 'missing', 'here', 'consent'] as const

/** Everybody expected: a word finds them, one tap checks them in, another takes it back. */
export function DoorList({ words, zone, ...data }: DoorData & { words: DoorWords; zone: string }) {
  const door = useDoor(data)
  const [word, setWord] = useState('')
  const [picked, setOnly] = useState<(typeof ONLY)[number]>('all')
  const asked = foldName(word)
  const foldedOf = useMemo(
    () => new Map(data.people.map(({ name }) => [name, foldName(name)])),
    [data.people],
  )
  const came = door.people.filter(({ arrivedAt }) => arrivedAt).length
  const choices = ONLY.filter(
    (one) => one !== 'consent' || door.people.some((person) => person.consentMissing),
  )
  const only = choices.includes(picked) ? picked : 'all'
  const found = door.people.filter(
    ({ name, arrivedAt, consentMissing }) =>
      (foldedOf.get(name) ?? foldName(name)).includes(asked) &&
      (only === 'consent' ? consentMissing : only === 'all' || (only === 'here') === (arrivedAt !== null)),
  )
  return (
    <>
      <div className="sticky top-0 z-20 grid gap-3 border-b bg-bg py-4">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
          <p className="figures leading-none">
            <span className="text-4xl tracking-tight">{came}</span>{' '}
            <span className="text-muted">{words.came.replace('{of}', String(door.people.length))}</span>
          </p>
          <Delivery door={door} words={words} />
        </div>
        <Progress share={door.people.length ? came / door.people.length : 0} />
        <div className="grid gap-2 sm:grid-cols-[1fr_auto]">
          <input
            type="search"
            value={word}
            onChange={({ target }) => setWord(target.value)}
            placeholder={words.search}
            aria-label={words.search}
            autoComplete="off"
            className="min-h-12 w-full rounded-md border border-control bg-surface px-3 text-lg"
          />
          <div className="grid auto-cols-fr grid-flow-col overflow-hidden rounded-md border border-control">
            {choices.map((choice) => (
              <button
                key={choice}
                type="button"
                aria-pressed={only === choice}
                onClick={() => setOnly(choice)}
                className="min-h-12 border-control px-3 text-sm not-first:border-l aria-pressed:bg-primary-soft aria-pressed:font-semibold"
              >
                {words[choice]}
              </button>
            ))}
          </div>
        </div>
      </div>
      {found.length === 0 && <p className="py-10 text-center text-muted">{words.nobody}</p>}
      <ul>
        {found.map((person) => (
          <li
            key={person.registration}
            className="grid min-h-16 grid-cols-[minmax(0,1fr)_auto] items-center gap-4 border-b py-2"
          >
            <span className="min-w-0">
              <span className="block font-semibold text-lg leading-tight [overflow-wrap:anywhere]">
                {person.name}
              </span>
              {person.consentMissing && (
                <span className="block text-sm text-warn">{words['consent-missing']}</span>
              )}
              {person.arrivedAt && (
                <span className="figures block text-sm text-success">
                  <svg viewBox="0 0 14 14" className="mr-1.5 inline size-3.5" aria-hidden="true">
                    <path d="M2 7.5l3.5 3.5L12 3.5" fill="none" stroke="currentColor" strokeWidth="2" />
                  </svg>
                  {(person.seenBy ? words.arrived : words['arrived-here'])
                    .replace('{at}', () => clockIn(new Date(person.arrivedAt ?? 0), zone))
                    .replace('{by}', () => person.seenBy ?? '')}
                </span>
              )}
            </span>
            {person.arrivedAt ? (
              <Button
                type="button"
                look="quiet"
                aria-label={`${words.undo}: ${person.name}`}
                onClick={() => door.tap(person.registration, false)}
              >
                {words.undo}
              </Button>
            ) : (
              <Button
                type="button"
                look="secondary"
                aria-label={`${words['check-in']}: ${person.name}`}
                onClick={() => door.tap(person.registration, true)}
              >
                {words['check-in']}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Progress({ share }: { share: number }) {
  return (
    <span className="block h-1 overflow-hidden rounded-full bg-line" aria-hidden="true">
      <span className="block h-full bg-signal" style={{ width: `${share * 100}%` }} />
    </span>
  )
}
