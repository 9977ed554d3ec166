'use client'

import { type ReactNode, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { Say } from './words'

export interface TextChoice {
  readonly word: string
  readonly help: string
  readonly act: (text: string) => void
}

/** A button that asks for a text in front of the page: a note, or the reason why somebody cannot judge. */
export function AskText({
  opener,
  title,
  label,
  help,
  text,
  needed,
  disabled,
  choices,
  say,
}: {
  opener: ReactNode
  title: string
  label: string
  help: string
  text: string
  needed: boolean
  disabled: boolean
  choices: readonly TextChoice[]
  say: Say
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const open = () => {
    if (area.current) area.current.value = text
    dialog.current?.showModal()
  }
  const choose = ({ act }: TextChoice) => {
    if (needed && !area.current?.reportValidity()) return
    act(area.current?.value ?? '')
    dialog.current?.close()
  }
  return (
    <>
      <button
        type="button"
        disabled={disabled}
        onClick={open}
        className="flex min-h-12 items-center justify-center gap-2 px-2 font-semibold text-sm hover:text-primary disabled:text-muted"
      >
        {opener}
      </button>
      <dialog
        ref={dialog}
        aria-label={title}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-lg border border-control bg-surface p-5 text-text"
      >
        <h2 className="mb-3 font-semibold text-lg">{title}</h2>
        <label className="block">
          <span className="font-semibold text-sm">{label}</span>
          <textarea
            ref={area}
            rows={4}
            required={needed}
            maxLength={2000}
            className="mt-1 w-full rounded-md border border-control bg-bg p-3"
          />
        </label>
        <p className="text-muted text-sm">{help}</p>
        <div className="mt-4 grid gap-3">
          {choices.map((choice, index) => (
            <div key={choice.word}>
              <Button
                type="button"
                look={index === 0 ? 'primary' : 'secondary'}
                className="w-full"
                onClick={() => choose(choice)}
              >
                {choice.word}
              </Button>
              {choice.help && <p className="mt-1 text-muted text-sm">{choice.help}</p>}
            </div>
          ))}
          <Button type="button" look="quiet" onClick={() => dialog.current?.close()}>
            {say('cancel')}
          </Button>
        </div>
      </dialog>
    </>
  )
}
