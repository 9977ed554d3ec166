'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { CodeField } from '@/components/ui/code-field'
import { TextField } from '@/components/ui/field'
import type { FormAnswer } from '@/server/action'

type Send<T> = (before: FormAnswer<T>, form: FormData) => Promise<FormAnswer<T>>

/** Asks for the address. What was typed stays when it is refused. */
export function EmailForm<T>({
  send,
  next,
  typed = '',
  label,
  submit,
}: {
  send: Send<T>
  next: string
  typed?: string
  label: string
  submit: string
}) {
  const [answer, act] = useActionState<FormAnswer<T>, FormData>(send, {})
  const shown = answer.typed?.email ?? typed
  return (
    <form action={act} className="grid gap-5" noValidate>
      <input type="hidden" name="next" value={next} />
      <TextField
        key={shown}
        name="email"
        label={label}
        error={answer.error}
        type="email"
        autoComplete="email"
        defaultValue={shown}
      />
      <Button>{submit}</Button>
    </form>
  )
}

/** Asks for the six digits; a paste with spaces or dashes works, and phones offer the code from the mail. */
export function CodeForm<T>({
  send,
  email,
  label,
  submit,
}: {
  send: Send<T>
  email: string
  label: string
  submit: string
}) {
  const [answer, act] = useActionState<FormAnswer<T>, FormData>(send, {})
  return (
    <form action={act} className="grid gap-5" noValidate>
      <input type="hidden" name="email" value={email} />
      <CodeField
        key={answer.typed?.code}
        label={label}
        error={answer.error}
        defaultValue={answer.typed?.code}
      />
      <Button>{submit}</Button>
    </form>
  )
}

/** One button that sends what it was given, and shows the answer: a new code, or the use of a link. */
export function ButtonForm<T>({
  send,
  values,
  submit,
  done,
  look,
}: {
  send: Send<T>
  values: Readonly<Record<string, string>>
  submit: string
  done?: string
  look?: 'primary' | 'secondary' | 'quiet'
}) {
  const [answer, act] = useActionState<FormAnswer<T>, FormData>(send, {})
  const said = answer.error ?? (answer.done && done)
  return (
    <form action={act} className="grid justify-items-start gap-3">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button look={look}>{submit}</Button>
      {said && (
        <p role="status" className={answer.error ? 'text-danger' : 'text-success'}>
          {said}
        </p>
      )}
    </form>
  )
}
