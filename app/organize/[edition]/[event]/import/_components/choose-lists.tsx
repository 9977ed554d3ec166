'use client'

import { type DragEvent, useActionState, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import type { FormAnswer } from '@/server/action'

export interface ChooseWords {
  readonly title: string
  readonly lead: string
  readonly choose: string
  readonly kinds: string
  readonly paste: string
  readonly pasteHint: string
  readonly pastedName: string
  readonly check: string
  readonly reading: string
}

/** Choose files, drop them, or paste rows. Files are checked as soon as they are chosen; without scripts, by the button. */
export function ChooseLists({
  send,
  eventId,
  draft = '',
  words,
}: {
  send: (before: FormAnswer, form: FormData) => Promise<FormAnswer>
  eventId: string
  draft?: string
  words: ChooseWords
}) {
  const [answer, act, busy] = useActionState<FormAnswer, FormData>(send, {})
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const take = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!files.current || event.dataTransfer.files.length === 0) return
    files.current.files = event.dataTransfer.files
    files.current.form?.requestSubmit()
  }
  return (
    <form action={act} className="grid gap-8">
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="draft" value={draft} />
      <input type="hidden" name="pastedName" value={words.pastedName} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is only a second way; the input below takes the keyboard */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={take}
        className={`grid justify-items-center gap-4 rounded-lg border-2 border-dashed px-6 py-12 text-center ${over ? 'border-primary bg-primary-soft' : 'border-control'}`}
      >
        <p className="font-semibold text-xl">{words.title}</p>
        <p className="max-w-prose text-muted">{words.lead}</p>
        <label className="inline-flex min-h-12 cursor-pointer items-center rounded-md bg-primary px-5 font-semibold text-on-primary focus-within:outline-3 focus-within:outline-focus focus-within:outline-offset-2 hover:brightness-110">
          {busy ? words.reading : words.choose}
          <input
            ref={files}
            type="file"
            name="files"
            multiple
            accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            className="sr-only"
            onChange={(event) => event.currentTarget.form?.requestSubmit()}
          />
        </label>
        <p className="text-muted text-sm">{words.kinds}</p>
        {answer.error && (
          <p role="alert" className="text-danger">
            {answer.error}
          </p>
        )}
      </div>
      <div className="grid gap-4">
        <TextArea
          key={answer.typed?.pasted}
          name="pasted"
          label={words.paste}
          hint={words.pasteHint}
          rows={5}
          defaultValue={answer.typed?.pasted}
          className="font-mono text-sm"
        />
        <div>
          <Button look="secondary" disabled={busy}>
            {words.check}
          </Button>
        </div>
      </div>
    </form>
  )
}
