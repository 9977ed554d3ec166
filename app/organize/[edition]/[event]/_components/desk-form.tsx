'use client'

import { type ReactNode, useActionState, useLayoutEffect, useRef } from 'react'
import { Button, type ButtonLook } from '@/components/ui/button'

interface Answer<T> {
  readonly done?: T
  readonly error?: string
  readonly typed?: Readonly<Record<string, string>>
}

/** A form of the desk: its fields, its button, and the sentence of a refusal below. Works without scripts. */
export function DeskForm<T>({
  action,
  hidden = {},
  children,
  submit,
  look = 'primary',
  className = 'grid gap-3',
  done,
}: {
  action: (before: Answer<T>, form: FormData) => Promise<Answer<T>>
  hidden?: Readonly<Record<string, string>>
  children?: ReactNode
  submit: string
  look?: ButtonLook
  className?: string
  /** What to say when it worked and the form is still there. */
  done?: string
}) {
  const [answer, send, waiting] = useActionState(action, {})
  const form = useRef<HTMLFormElement>(null)
  // React empties a form that was sent; what was typed into a refused one is kept.
  useLayoutEffect(() => {
    for (const [name, value] of Object.entries(answer.typed ?? {})) {
      const field = form.current?.elements.namedItem(name)
      if (field && 'value' in field) field.value = value
    }
  }, [answer])
  return (
    <form ref={form} action={send} className={className}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button look={look} disabled={waiting}>
        {submit}
      </Button>
      {answer.error && (
        <p role="alert" className="text-danger text-sm">
          {answer.error}
        </p>
      )}
      {answer.done !== undefined && done && (
        <p role="status" className="text-sm text-success">
          {done}
        </p>
      )}
    </form>
  )
}
