'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { useActionState, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckField, SelectField, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { FormAnswer } from '@/server/action'
import { create, mayBe } from '../actions'

const PAUSE_MS = 300

type Words = Readonly<Record<'name' | 'kind' | 'another' | 'mayBe' | 'submit' | 'done', string>>

/** Adds an organization; while its name is typed, the ones it may be already are named. Without scripts they are named after. */
export function AddInstitution({
  event,
  kinds,
  words,
  base,
}: {
  event: string
  kinds: readonly { value: string; label: string }[]
  words: Words
  base: string
}) {
  const [answer, act, busy] = useActionState<FormAnswer<{ organization: string }>, FormData>(create, {})
  const [name, setName] = useState('')
  const alike = useAlike(event, name)
  const about = ['name', 'kind'].includes(answer.field ?? '')
  return (
    <form action={act} className="grid items-start gap-x-5 gap-y-4 sm:grid-cols-2" noValidate>
      <input type="hidden" name="event" value={event} />
      <TextField
        name="name"
        label={words.name}
        defaultValue={answer.typed?.name}
        onChange={({ target }) => setName(target.value)}
        autoComplete="off"
        error={answer.field === 'name' && answer.error}
      />
      <SelectField key={answer.typed?.kind} name="kind" label={words.kind} defaultValue={answer.typed?.kind}>
        {kinds.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      {alike.length > 0 && (
        <div className="col-span-full" aria-live="polite">
          <Notice kind="warn" title={words.mayBe}>
            <ul>
              {alike.map((one) => (
                <li key={one.id}>
                  <Link href={`${base}/${one.id}` as Route} className="link inline-block py-3">
                    {one.name}
                  </Link>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {(alike.length > 0 || answer.code === 'organization-resembles') && (
        <div className="col-span-full">
          <CheckField name="another" value="yes" label={words.another} />
        </div>
      )}
      <div className="col-span-full grid justify-items-start gap-3">
        {answer.error && !about && <Notice kind="danger">{answer.error}</Notice>}
        {answer.done && !busy && <p role="status">{words.done}</p>}
        <Button disabled={busy}>{words.submit}</Button>
      </div>
    </form>
  )
}

type Alike = Awaited<ReturnType<typeof mayBe>>

function useAlike(event: string, name: string): Alike {
  const [alike, setAlike] = useState<Alike>([])
  useEffect(() => {
    let current = true
    const asked = setTimeout(
      async () => {
        const found = name.trim().length < 2 ? [] : await mayBe(event, name).catch(() => [])
        if (current) setAlike(found)
      },
      name ? PAUSE_MS : 0,
    )
    return () => {
      current = false
      clearTimeout(asked)
    }
  }, [event, name])
  return alike
}
