'use client'

import { type ReactNode, useActionState, useEffect } from 'react'
import { type FormField, Input } from '@/app/organize/[edition]/[event]/_components/field-form'
import { Button } from '@/components/ui/button'
import type { FormAnswer } from '@/server/action'
import { proposeFields } from './propose-fields'

export interface FormStep {
  readonly id: string
  readonly title: string
  readonly lead?: string
  readonly fields: readonly FormField[]
  /** Fields few people need, folded away until one of them is refused. */
  readonly more?: { readonly title: string; readonly fields: readonly FormField[] }
}

/** What is asked once the rest is in order: shown when a refusal names it, and kept from then on. */
export interface LastField {
  readonly field: FormField
  /** The answer that asks for it is no fault. */
  readonly askedBy: string
  readonly submit: string
}

/** A form of a few numbered steps on one page, sent with one press. What was typed stays, and a refusal stands by its field. */
export function SteppedForm<T>({
  send,
  hidden = {},
  steps,
  last,
  submit,
  note,
  numbered = true,
}: {
  send: (before: FormAnswer<T>, form: FormData) => Promise<FormAnswer<T>>
  hidden?: Readonly<Record<string, string>>
  steps: readonly FormStep[]
  last?: LastField
  submit: string
  note?: ReactNode
  numbered?: boolean
}) {
  const [answer, act, busy] = useActionState<FormAnswer<T>, FormData>(send, {})
  const asked = last && (answer.field === last.field.name || Boolean(answer.typed?.[last.field.name]))
  useEffect(() => {
    if (answer.field) document.getElementById(answer.field)?.focus()
  }, [answer])
  return (
    <form action={act} noValidate onInput={(event) => proposeFields(event.currentTarget, event.target)}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ol className="hairlines border-t">
        {steps.map((step, index) => (
          <li
            key={step.id}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-5 py-8 lg:grid-cols-[17rem_minmax(0,1fr)]"
          >
            <header>
              <h2 className="flex items-baseline gap-3 font-semibold text-lg">
                {numbered && <span className="figures text-primary">{index + 1}</span>}
                {step.title}
              </h2>
              {step.lead && <p className="mt-1 text-muted text-sm">{step.lead}</p>}
            </header>
            <div>
              <Fields fields={step.fields} answer={answer} />
              {step.more && (
                <details className="mt-3" open={step.more.fields.some(({ name }) => name === answer.field)}>
                  <summary className="link flex min-h-12 cursor-pointer items-center">
                    {step.more.title}
                  </summary>
                  <div className="pt-2">
                    <Fields fields={step.more.fields} answer={answer} />
                  </div>
                </details>
              )}
            </div>
          </li>
        ))}
      </ol>
      <div className="grid gap-5 border-t py-8 lg:pl-[20rem]">
        {asked && (
          <div className="max-w-sm">
            <Input
              field={answer.code === last.askedBy ? { ...last.field, hint: answer.error } : last.field}
              id={last.field.name}
              answer={answer.code === last.askedBy ? {} : answer}
            />
          </div>
        )}
        {answer.error && answer.code !== last?.askedBy && (
          <p role="alert" className="max-w-prose text-danger">
            {answer.error}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button disabled={busy}>{asked && last ? last.submit : submit}</Button>
          {note && <span className="text-muted text-sm">{note}</span>}
        </div>
      </div>
    </form>
  )
}

function Fields({ fields, answer }: { fields: readonly FormField[]; answer: FormAnswer }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-5 gap-y-4 sm:grid-cols-2">
      {fields.map((field) => (
        <div key={field.name} className={field.wide ? 'col-span-full' : ''}>
          <Input field={field} id={field.name} answer={answer} />
        </div>
      ))}
    </div>
  )
}
