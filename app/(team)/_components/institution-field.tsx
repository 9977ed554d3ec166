'use client'

import { type KeyboardEvent, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { institutionsMeant } from '../institution-actions'

const PAUSE_MS = 250

type Meant = Awaited<ReturnType<typeof institutionsMeant>>

export interface InstitutionWords {
  readonly search: string
  readonly searchHint: string
  readonly mean: string
  readonly find: string
}

/**
 * One's institution out of all: written in any language or shortened, it is proposed and taken with one press; it can be
 * left open, whatever was written. Without scripts a button looks it up.
 */
export function InstitutionField({
  id,
  label,
  hint,
  error,
  value = '',
  written = '',
  choices,
  words,
}: {
  id: string
  label: string
  hint?: string
  error?: string | false
  value?: string
  /** What was written before the form came back. */
  written?: string
  choices: readonly (readonly [string, string])[]
  words: InstitutionWords
}) {
  const [name, setName] = useState(written)
  const [chosen, setChosen] = useState(value)
  const meant = useMeant(name).filter((one) => one.id !== chosen)
  const choose = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (meant[0]) setChosen(meant[0].id)
  }
  return (
    <div className="grid gap-4">
      <TextField
        id={`${id}written`}
        name="written"
        label={words.search}
        hint={words.searchHint}
        autoComplete="off"
        maxLength={200}
        defaultValue={written}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={choose}
      />
      <noscript>
        <Button name="find" value="yes" look="secondary">
          {words.find}
        </Button>
      </noscript>
      <div aria-live="polite" className={meant.length > 0 ? 'grid justify-items-start gap-2' : 'contents'}>
        {meant.length > 0 && <p className="text-muted">{words.mean}</p>}
        {meant.map((one) => (
          <Button
            key={one.id}
            type="button"
            look="secondary"
            className="max-w-full text-left [overflow-wrap:anywhere]"
            onClick={() => setChosen(one.id)}
          >
            {one.name}
          </Button>
        ))}
      </div>
      <SelectField
        id={id}
        name="institution"
        label={label}
        hint={hint}
        error={error}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
      >
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

function useMeant(name: string): Meant {
  const [meant, setMeant] = useState<Meant>([])
  useEffect(() => {
    let current = true
    const asked = setTimeout(
      async () => {
        const found = name.trim().length < 2 ? [] : await institutionsMeant(name).catch(() => [])
        if (current) setMeant(found)
      },
      name ? PAUSE_MS : 0,
    )
    return () => {
      current = false
      clearTimeout(asked)
    }
  }, [name])
  return meant
}
