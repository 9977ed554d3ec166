'use client'

import { useActionState, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { FormAnswer } from '@/server/action'

interface Progress {
  readonly step: 'reading' | 'planning' | 'writing'
  readonly done?: number
  readonly of?: number
}

const EVERY_MS = 500

/** Imports what was checked, and tells how far it is; without scripts the page answers when it is done. */
export function ImportPress({
  send,
  values,
  progressAt,
  submit,
  words,
}: {
  send: (before: FormAnswer, form: FormData) => Promise<FormAnswer>
  values: Readonly<Record<string, string>>
  /** Where the progress is told. */
  progressAt: string
  submit: string
  words: Readonly<Record<Progress['step'], string>>
}) {
  const [answer, act, busy] = useActionState<FormAnswer, FormData>(send, {})
  const progress = useProgress(busy, progressAt)
  return (
    <form action={act} className="grid justify-items-end gap-2">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button disabled={busy} className="max-sm:px-4">
        {submit}
      </Button>
      {progress && (
        <div className="flex items-center gap-3 text-muted text-sm" role="status">
          <progress
            max={progress.of}
            value={progress.done}
            className="h-1.5 w-32 accent-primary"
            aria-label={submit}
          />
          {words[progress.step]}
          {progress.of !== undefined && (
            <span className="figures">
              {progress.done?.toLocaleString('en')} / {progress.of.toLocaleString('en')}
            </span>
          )}
        </div>
      )}
      {answer.error && (
        <p role="alert" className="max-w-prose text-danger text-sm">
          {answer.error}
        </p>
      )}
    </form>
  )
}

/** Asks how far the import is while it is under way; who does not hear asks again. */
function useProgress(busy: boolean, address: string): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => {
    if (!busy) return
    const timer = setInterval(async () => {
      const told = await fetch(address).catch(() => null)
      if (told?.ok) setProgress(await told.json())
    }, EVERY_MS)
    return () => {
      clearInterval(timer)
      setProgress(null)
    }
  }, [busy, address])
  return progress
}
