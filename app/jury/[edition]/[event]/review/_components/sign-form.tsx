'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import type { FormAnswer } from '@/server/action'

/** The juror types the office and signs what is shown above. */
export function SignForm<T>({
  send,
  given,
  words,
}: {
  send: (before: FormAnswer<T>, form: FormData) => Promise<FormAnswer<T>>
  given: Readonly<Record<string, string>>
  words: { readonly label: string; readonly hint: string; readonly submit: string }
}) {
  const [answer, act, busy] = useActionState<FormAnswer<T>, FormData>(send, {})
  const about = answer.field === 'office'
  return (
    <form action={act} className="grid max-w-xl gap-4" noValidate>
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        key={answer.typed?.office}
        id="office"
        name="office"
        label={words.label}
        hint={words.hint}
        defaultValue={answer.typed?.office ?? ''}
        error={about && answer.error}
        autoComplete="off"
      />
      <Button disabled={busy}>{words.submit}</Button>
      {answer.error && !about && (
        <p role="alert" className="text-danger">
          {answer.error}
        </p>
      )}
    </form>
  )
}
