'use client'

import { type ReactNode, useActionState, useId } from 'react'
import { Button, type ButtonLook } from '@/components/ui/button'
import { CheckField, SelectField, TextArea, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { FormAnswer } from '@/server/action'
import { InstitutionField, type InstitutionWords } from './institution-field'

/** One question of a form; its words come from the page. */
export interface Question {
  readonly kind: 'line' | 'lines' | 'choice' | 'yes' | 'institution'
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  /** For a choice: value and words. */
  readonly choices?: readonly (readonly [string, string])[]
  /** Of those, the ones that are read and not chosen. */
  readonly closed?: readonly string[]
  /** For an institution: what its search says, and what was written in it. */
  readonly words?: InstitutionWords
  readonly written?: string
  readonly type?: 'email' | 'url' | 'date'
  readonly autoComplete?: string
  readonly maxLength?: number
  readonly required?: boolean
  /** For a yes: what is asked while it is ticked. */
  readonly ticked?: readonly Question[]
}

/** How the button stands below the fields; a quiet one with its words in line with theirs. */
const SHAPES = { wide: 'w-full', quiet: '-ml-5 justify-self-start', own: 'justify-self-start' } as const

type Send<T> = (before: FormAnswer<T>, form: FormData) => Promise<FormAnswer<T>>

/** A form that keeps what was typed and says beside the field why it was refused. It works without scripts. */
export function FieldsForm<T>({
  send,
  given = {},
  questions = [],
  submit,
  look = 'primary',
  wide = false,
  done,
  children,
}: {
  send: Send<T>
  /** What the page knows and nobody types. */
  given?: Readonly<Record<string, string>>
  questions?: readonly Question[]
  submit: string
  look?: ButtonLook
  wide?: boolean
  /** Said when it succeeded and the form is still there. */
  done?: string
  children?: ReactNode
}) {
  const [answer, act, sending] = useActionState<FormAnswer<T>, FormData>(send, {})
  const { typed, error } = answer
  const id = useId()
  const beside = questions
    .flatMap((one) => [one, ...(one.ticked ?? [])])
    .some(({ name }) => name === answer.field)
  return (
    <form action={act} className="grid gap-5" noValidate>
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {error && !beside && <Notice kind="danger">{error}</Notice>}
      <Asked
        key={JSON.stringify([typed, questions.map(({ value }) => value)])}
        id={id}
        questions={questions.map((question) => withTyped(question, typed))}
        error={error}
        field={answer.field}
      />
      <Button
        look={look}
        disabled={sending}
        className={SHAPES[wide ? 'wide' : look === 'quiet' ? 'quiet' : 'own']}
      >
        {submit}
      </Button>
      {done && answer.done !== undefined && (
        <p role="status" className="text-success">
          {done}
        </p>
      )}
      {children}
    </form>
  )
}

const withTyped = (question: Question, typed: FormAnswer['typed']): Question => ({
  ...question,
  ...(typed && { value: typed[question.name] ?? '', written: typed.written }),
  ticked: question.ticked?.map((one) => withTyped(one, typed)),
})

function Asked({
  id,
  questions,
  error,
  field,
}: {
  /** Tells the fields of this form from those of another on the page. */
  id: string
  questions: readonly Question[]
  error?: string
  field?: string
}) {
  return questions.map(({ kind, value, choices = [], closed, words, written, ticked, ...question }) => {
    const about = { ...question, id: `${id}${question.name}`, error: field === question.name && error }
    if (kind === 'institution' && words) {
      return <InstitutionField key={question.name} {...about} {...{ value, written, choices, words }} />
    }
    if (kind === 'yes') {
      const box = <CheckField key={question.name} {...about} defaultChecked={value === 'on'} value="on" />
      if (!ticked) return box
      return (
        <div key={question.name} className="group/yes">
          {box}
          <div className="mt-4 hidden gap-5 border-line border-l-4 pl-5 group-has-[:checked]/yes:grid">
            <Asked id={id} questions={ticked} error={error} field={field} />
          </div>
        </div>
      )
    }
    if (kind === 'lines') return <TextArea key={question.name} {...about} defaultValue={value} rows={5} />
    if (kind === 'line') return <TextField key={question.name} {...about} defaultValue={value} />
    const { type: _type, maxLength: _maxLength, ...select } = about
    return (
      <SelectField key={question.name} {...select} defaultValue={value}>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice} disabled={closed?.includes(choice) && choice !== value}>
            {words}
          </option>
        ))}
      </SelectField>
    )
  })
}
