'use client'

import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { FormAnswer } from '@/server/action'

const QUIET_MS = 1_200

/**
 * Keeps what is typed into the form inside it a moment after the typing stops, field by field, and says so. What is
 * refused is said by the form itself when it is sent.
 */
export function Autosave({
  keep,
  words,
  children,
}: {
  keep: (typed: Record<string, string>) => Promise<FormAnswer>
  words: { saved: string; saving: string; unsaved: string }
  children: ReactNode
}) {
  const [state, setState] = useState<'saved' | 'saving' | 'unsaved' | null>(null)
  const typed = useRef<Record<string, string>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sending = useRef(Promise.resolve())

  const send = async () => {
    const fields = typed.current
    typed.current = {}
    setState('saving')
    const outcomes = await Promise.all(
      Object.entries(fields).map(([name, value]) => keep({ [name]: value }).catch(() => ({ error: name }))),
    )
    setState(outcomes.some(({ error }) => error) ? 'unsaved' : 'saved')
  }
  const note = ({ target }: FormEvent) => {
    const { name, value } = target as HTMLInputElement
    if (!name) return
    typed.current[name] = value
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      sending.current = sending.current.then(send)
    }, QUIET_MS)
  }
  return (
    <div onInput={note} onSubmit={() => clearTimeout(timer.current)} className="grid gap-3">
      {children}
      <p role="status" className="min-h-6 text-center text-muted text-sm">
        {state && words[state]}
      </p>
    </div>
  )
}
