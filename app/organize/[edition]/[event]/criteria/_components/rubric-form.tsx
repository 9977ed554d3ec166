'use client'

import { startTransition, useActionState, useEffect, useRef, useState } from 'react'
import { speak, type Words } from '@/app/jury/[edition]/[event]/_components/words'
import { Button } from '@/components/ui/button'
import { Plus } from '@/components/ui/icons'
import {
  changeDraft,
  type DraftCriterion,
  type RubricDraft,
  readDraft,
  weighDraft,
} from '@/domain/judging/rubric-draft'
import { toNextField } from '../../_components/to-next-field'
import { type RubricAnswer, write } from '../actions'
import { CriterionFields } from './criterion-fields'
import { Preview } from './preview'
import { shownCriteria } from './shown-criteria'

/** The rubric as one form: each criterion with its fields, and beside it what the juror will see of them. */
export function RubricForm({
  event,
  rubric,
  words,
  previewWords,
  sheetWords,
}: {
  event: string
  rubric: RubricDraft
  words: Words
  previewWords: Parameters<typeof Preview>[0]['words']
  sheetWords: Words
}) {
  const say = speak(words)
  const [answer, act, busy] = useActionState<RubricAnswer, FormData>(write, {})
  const sent = answer.draft ?? (answer.typed && readDraft(answer.typed))
  const [draft, setDraft] = useState<RubricDraft>(sent ?? rubric)
  const { sum, shares } = weighDraft(draft)
  const form = useRef<HTMLFormElement>(null)
  const [wanted, setWanted] = useState<string>()
  useEffect(() => {
    if (!wanted) return
    const found = form.current?.querySelectorAll<HTMLElement>(wanted) ?? []
    const usable = [...found].find((one) => !one.matches(':disabled'))
    usable?.focus()
    setWanted(undefined)
  }, [wanted])

  const edit = (at: number, criterion: DraftCriterion) => setDraft(draft.with(at, criterion))
  /** Where the hand was before, or goes next, as a selector. */
  const change = (what: string, focus: string) => {
    setDraft(changeDraft(draft, what))
    setWanted(focus)
  }
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 pb-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
      <form
        ref={form}
        action={act}
        onSubmit={(submit) => {
          // A form whose action React runs is emptied afterwards, and a select then shows its first choice.
          submit.preventDefault()
          const fields = new FormData(submit.currentTarget)
          startTransition(() => act(fields))
        }}
        onKeyDown={toNextField}
        className="grid content-start"
        noValidate
      >
        <input type="hidden" name="event" value={event} />
        {/* Enter presses the first button of a form, where there is no script to do better. */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
          {say('save')}
        </button>
        <ol className="border-t">
          {draft.map((criterion, at) => (
            <CriterionFields
              key={criterion.key}
              at={at}
              last={at === draft.length - 1}
              criterion={criterion}
              share={shares[at] ?? null}
              answer={answer}
              onEdit={(changed) => edit(at, changed)}
              onChange={change}
              say={say}
            />
          ))}
        </ol>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
          <Button
            look="quiet"
            className="-ml-3"
            name="change"
            value="add"
            onClick={(press) => {
              press.preventDefault()
              change('add', 'li:last-child input[name$=".name"]')
            }}
          >
            <Plus className="size-4" aria-hidden="true" />
            {say('add')}
          </Button>
          <p className="text-muted text-sm" role="status">
            {say(sum === 100 ? 'sum' : 'sumOther', { sum })}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-4 border-t pt-5">
          <Button disabled={busy}>{say('save')}</Button>
          {answer.error && (
            <p role="alert" className="text-danger">
              {answer.error}
            </p>
          )}
          {answer.done !== undefined && (
            <p role="status" className="text-success">
              {say('saved')}
            </p>
          )}
        </div>
      </form>
      <div className="content-start lg:sticky lg:top-4 lg:self-start">
        <Preview criteria={shownCriteria(draft)} words={previewWords} sheetWords={sheetWords} />
      </div>
    </div>
  )
}
