'use client'

import { useActionState, useId, useState } from 'react'
import { Prose } from '@/components/challenges/prose'
import { Button } from '@/components/ui/button'
import { CheckField, SelectField, TextArea, TextField } from '@/components/ui/field'
import type { FormAnswer } from '@/server/action'
import { write } from '../actions'

export interface WrittenChallenge {
  readonly code: string
  readonly ownerId: string
  readonly title: string
  readonly context: string | null
  readonly resource: string | null
  readonly licence: string | null
  readonly acknowledgementNeeded: boolean
  readonly mostTeams: number | null
}

export interface ChallengeWords {
  readonly fields: Readonly<Record<keyof WrittenChallenge, string>>
  readonly codeHint: string
  readonly contextHint: string
  readonly mostHint: string
  readonly preview: string
  readonly previewEmpty: string
  readonly write: string
  readonly rewrite: string
  readonly written: string
}

/** Writes a challenge, or rewrites the one given; beside the text stands what readers will see. */
export function ChallengeForm({
  editionId,
  owners,
  challenge,
  words,
}: {
  editionId: string
  owners: readonly { readonly id: string; readonly name: string }[]
  challenge?: WrittenChallenge
  words: ChallengeWords
}) {
  const [answer, act, busy] = useActionState<FormAnswer<{ challenge: string }>, FormData>(write, {})
  const id = useId()
  const typed = answer.typed
  const [context, setContext] = useState(challenge?.context ?? '')
  const field = (name: keyof WrittenChallenge) => ({
    ...{ id: `${id}${name}`, name, label: words.fields[name] },
    defaultValue: typed?.[name] ?? String(challenge?.[name] ?? ''),
    error: answer.field === name && answer.error,
  })
  return (
    <form
      action={act}
      key={JSON.stringify(typed)}
      className="grid items-start gap-x-8 gap-y-5 lg:grid-cols-2"
      noValidate
    >
      <input type="hidden" name="editionId" value={editionId} />
      {challenge && <input type="hidden" name="code" value={challenge.code} />}
      {challenge && <input type="hidden" name="ownerId" value={challenge.ownerId} />}
      {!challenge && <TextField {...field('code')} hint={words.codeHint} autoComplete="off" />}
      {!challenge && (
        <SelectField {...field('ownerId')}>
          {owners.map((owner) => (
            <option key={owner.id} value={owner.id}>
              {owner.name}
            </option>
          ))}
        </SelectField>
      )}
      <div className="lg:col-span-2">
        <TextField {...field('title')} autoComplete="off" />
      </div>
      <TextArea
        {...field('context')}
        hint={words.contextHint}
        rows={12}
        onChange={(event) => setContext(event.target.value)}
      />
      <section className="grid content-start gap-2" aria-live="polite">
        <h3 className="font-semibold">{words.preview}</h3>
        <div className="min-h-24 border-line border-l-2 pl-5">
          {context.trim() ? <Prose markdown={context} /> : <p className="text-muted">{words.previewEmpty}</p>}
        </div>
      </section>
      <TextField {...field('resource')} autoComplete="off" />
      <TextField {...field('licence')} autoComplete="off" />
      <CheckField
        {...{ id: `${id}acknowledgementNeeded`, name: 'acknowledgementNeeded' }}
        label={words.fields.acknowledgementNeeded}
        defaultChecked={typed ? typed.acknowledgementNeeded === 'on' : challenge?.acknowledgementNeeded}
      />
      <TextField {...field('mostTeams')} hint={words.mostHint} inputMode="numeric" autoComplete="off" />
      <div className="flex flex-wrap items-center gap-4 lg:col-span-2">
        <Button disabled={busy}>{challenge ? words.rewrite : words.write}</Button>
        {answer.error && (
          <p role="alert" className="text-danger">
            {answer.error}
          </p>
        )}
        {answer.done && (
          <p role="status" className="text-success">
            {words.written}
          </p>
        )}
      </div>
    </form>
  )
}
