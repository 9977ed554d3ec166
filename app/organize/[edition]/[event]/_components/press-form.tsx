'use client'

import { type ReactNode, useActionState } from 'react'
import { Button, type ButtonLook } from '@/components/ui/button'
import type { FormAnswer } from '@/server/action'

/** One button that does one thing, and says so if it was refused. */
export function PressForm<T>({
  send,
  values,
  submit,
  look,
  className,
}: {
  send: (before: FormAnswer<T>, form: FormData) => Promise<FormAnswer<T>>
  values: Readonly<Record<string, string>>
  submit: ReactNode
  look?: ButtonLook
  className?: string
}) {
  const [answer, act, busy] = useActionState<FormAnswer<T>, FormData>(send, {})
  return (
    <form action={act} className="grid gap-2">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button look={look} disabled={busy} className={className}>
        {submit}
      </Button>
      {answer.error && (
        <p role="alert" className="max-w-prose text-danger text-sm">
          {answer.error}
        </p>
      )}
    </form>
  )
}
