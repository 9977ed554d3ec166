'use client'

import { type FormEvent, startTransition, useActionState, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormAnswer } from '@/server/action'
import type { MessageAnswer } from '@/server/messages-to-people/write-message'
import { write } from '../actions'

const BOX = 'w-full rounded-md border border-control bg-surface px-3 aria-invalid:border-danger'

export type ComposeWords = Readonly<
  Record<'to' | 'subject' | 'text' | 'places' | 'preview' | 'test' | 'send' | 'tested' | 'stale', string>
>

const PARTS = ['segment', 'subject', 'text'] as const
type Typed = Record<(typeof PARTS)[number], string>
const BLANK: Typed = { segment: 'participants', subject: '', text: '' }

/** One message: who it goes to, its words, and beside it what the first of them will read. */
export function Compose({
  event,
  message,
  segments,
  words,
  reads,
  sent,
}: {
  event: string
  message: string
  segments: readonly { readonly value: string; readonly label: string }[]
  words: ComposeWords
  /** How many, and who reads it so: with the places {count} and {name}. */
  reads: string
  sent: string
}) {
  const [answer, act, busy] = useActionState<FormAnswer<MessageAnswer>, FormData>(write, {})
  const { done, error, field } = answer
  // Without scripts the page comes anew with its answer, and what was typed with it.
  const [typed, type] = useState<Typed>({ ...BLANK, ...answer.typed, ...done?.of })
  const id = useId()
  const stale = done !== undefined && PARTS.some((part) => done.of[part] !== typed[part])
  const box = (name: (typeof PARTS)[number]) => ({
    id: `${id}${name}`,
    name,
    value: typed[name],
    onChange: ({ target }: { target: { value: string } }) => type({ ...typed, [name]: target.value }),
    'aria-invalid': field === name || undefined,
    'aria-describedby': field === name ? `${id}error` : undefined,
  })
  // React resets a form after its action, and a chosen part would fall back to the first one unseen.
  const tell = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const pressed = (event.nativeEvent as SubmitEvent).submitter
    const form = new FormData(event.currentTarget, pressed)
    startTransition(() => act(form))
  }
  const fault = error && (
    <p id={`${id}error`} role="alert" className="text-danger">
      {error}
    </p>
  )
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      <form action={act} onSubmit={tell} className="grid content-start gap-4" noValidate>
        <input type="hidden" name="event" value={event} />
        <input type="hidden" name="message" value={message} />
        <input type="hidden" name="previewed" value={done?.digest ?? ''} />
        <label className="grid gap-1">
          <span className="text-muted text-sm">{words.to}</span>
          <select {...box('segment')} className={`${BOX} min-h-12`}>
            {segments.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1">
          <span className="text-muted text-sm">{words.subject}</span>
          <input {...box('subject')} maxLength={200} autoComplete="off" className={`${BOX} min-h-12`} />
        </label>
        <label className="grid gap-1">
          <span className="text-muted text-sm">{words.text}</span>
          <textarea {...box('text')} rows={10} maxLength={10_000} className={`${BOX} py-3`} />
        </label>
        <p className="text-muted text-sm">{words.places}</p>
        {fault}
        <div className="flex flex-wrap gap-3">
          <Button name="act" value="preview" look="secondary" disabled={busy}>
            {words.preview}
          </Button>
          <Button name="act" value="test" look="secondary" disabled={busy}>
            {words.test}
          </Button>
          {done && done.act !== 'send' && !stale && (
            <Button name="act" value="send" disabled={busy}>
              {words.send}
            </Button>
          )}
        </div>
      </form>
      <div className="grid content-start gap-4" aria-live="polite">
        {done?.act === 'test' && !stale && <Notice kind="success">{words.tested}</Notice>}
        {stale && done.act !== 'send' && <Notice kind="warn">{words.stale}</Notice>}
        {done?.act === 'send' && (
          <Notice kind="success">{sent.replaceAll('{count}', String(done.recipients))}</Notice>
        )}
        {done?.preview && done.act !== 'send' && (
          <div className={`grid gap-4 ${stale ? 'opacity-55' : ''}`}>
            <p className="text-muted">
              {reads
                .replace('{count}', () => String(done.recipients))
                .replace('{name}', () => done.preview?.to ?? '')}
            </p>
            <article className="grid gap-4 border bg-surface p-6 [overflow-wrap:anywhere]">
              <h2 className="border-b pb-3 font-semibold text-xl">{done.preview.subject}</h2>
              <p className="whitespace-pre-wrap">{done.preview.text}</p>
            </article>
          </div>
        )}
      </div>
    </div>
  )
}
