'use client'

import { useActionState, useId } from 'react'
import { Button, type ButtonLook } from '@/components/ui/button'
import { SelectField, TextArea, TextField } from '@/components/ui/field'
import type { FormAnswer } from '@/server/action'
import { toNextField } from './to-next-field'

export interface FormField {
  readonly name: string
  readonly label: string
  readonly kind?: 'text' | 'email' | 'number' | 'date' | 'datetime-local' | 'url' | 'area' | 'file'
  readonly value?: string
  /** For a file: what it may be. */
  readonly accept?: string
  readonly hint?: string
  /** One of these. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly wide?: boolean
  readonly autoComplete?: string
}

/** A form of some fields and one button. What was typed stays, and a refusal stands by the field it is about. */
export function FieldForm<T>({
  send,
  hidden = {},
  fields,
  submit,
  done,
  look,
  columns = 'sm:grid-cols-2',
  enter = 'submits',
}: {
  send: (before: FormAnswer<T>, form: FormData) => Promise<FormAnswer<T>>
  hidden?: Readonly<Record<string, string>>
  fields: readonly FormField[]
  submit: string
  /** Said when it succeeded. */
  done?: string
  look?: ButtonLook
  columns?: string
  /** What Enter does in a line: where many short fields are typed, it goes to the next. */
  enter?: 'submits' | 'moves-on'
}) {
  const [answer, act, busy] = useActionState<FormAnswer<T>, FormData>(send, {})
  const id = useId()
  const about = fields.some(({ name }) => name === answer.field)
  return (
    <form
      action={act}
      onKeyDown={enter === 'moves-on' ? toNextField : undefined}
      className={`grid items-start gap-x-5 gap-y-4 ${columns}`}
      noValidate
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <div key={field.name} className={field.wide ? 'col-span-full' : ''}>
          <Input field={field} id={`${id}${field.name}`} answer={answer} />
        </div>
      ))}
      <div className="col-span-full flex flex-wrap items-center gap-4">
        <Button look={look} disabled={busy}>
          {submit}
        </Button>
        {answer.error && !about && (
          <p role="alert" className="text-danger">
            {answer.error}
          </p>
        )}
        {answer.done !== undefined && done && (
          <p role="status" className="text-success">
            {done}
          </p>
        )}
      </div>
    </form>
  )
}

/** One field with what was typed and what is wrong with it. */
export function Input({
  field: { name, label, kind = 'text', value = '', hint, options, accept, autoComplete = 'off' },
  id,
  answer,
}: {
  field: FormField
  id: string
  answer: FormAnswer
}) {
  const typed = answer.typed?.[name] ?? value
  const shared = { id, name, label, hint, defaultValue: typed, error: answer.field === name && answer.error }
  if (options) {
    return (
      <SelectField key={typed} {...shared}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </SelectField>
    )
  }
  if (kind === 'file') {
    const { defaultValue: _none, ...field } = shared
    return <TextField {...field} type="file" accept={accept} className="py-2.5" />
  }
  if (kind === 'area') return <TextArea key={typed} {...shared} />
  return <TextField key={typed} {...shared} type={kind} autoComplete={autoComplete} />
}
