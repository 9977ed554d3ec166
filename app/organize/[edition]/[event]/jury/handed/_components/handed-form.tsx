'use client'

import { useActionState, useId } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import type { FormAnswer } from '@/server/action'

type Said = FormAnswer<readonly string[]>

/** Where the organizer pastes what a juror's device handed over, and reads what became of each mark. */
export function HandedForm({
  send,
  event,
  label,
  submit,
}: {
  send: (before: Said, form: FormData) => Promise<Said>
  event: string
  label: string
  submit: string
}) {
  const [answer, act, busy] = useActionState<Said, FormData>(send, {})
  const id = useId()
  return (
    <form action={act} className="grid gap-4" noValidate>
      <input type="hidden" name="event" value={event} />
      <TextArea
        key={answer.typed?.text ?? ''}
        id={id}
        name="text"
        label={label}
        defaultValue={answer.typed?.text ?? ''}
        error={answer.field === 'text' && answer.error}
        rows={8}
      />
      <div>
        <Button disabled={busy}>{submit}</Button>
      </div>
      {answer.error && answer.field !== 'text' && (
        <p role="alert" className="text-danger">
          {answer.error}
        </p>
      )}
      {answer.done && (
        <ul role="status" className="grid gap-2">
          {answer.done.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </form>
  )
}
