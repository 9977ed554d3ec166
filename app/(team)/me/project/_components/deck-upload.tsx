'use client'

import { useRouter } from 'next/navigation'
import { type DragEvent, useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Upload } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { deckFault } from '@/domain/submissions/deck'
import type { FormAnswer } from '@/server/action'
import { DeckProgress, type DeckWords } from './deck-progress'
import { type Sending, sendDeckFile } from './send-deck-file'

/**
 * Takes the deck: chosen, dropped or pasted, then sent in parts. Without scripts it is a plain form with a button.
 */
export function DeckUpload({
  entry,
  send,
  words,
  faults,
  zone,
}: {
  entry: string
  send: (before: FormAnswer, form: FormData) => Promise<FormAnswer>
  words: DeckWords & { choose: string; drop: string; formats: string; upload: string }
  /** The sentences of what can be refused before a byte is sent, by code. */
  faults: Readonly<Record<string, string>>
  zone: string
}) {
  const [answer, act, posting] = useActionState<FormAnswer, FormData>(send, {})
  const [sending, setSending] = useState<Sending | null>(null)
  const [scripted, setScripted] = useState(false)
  const [over, setOver] = useState(false)
  const stop = useRef<AbortController>(null)
  const router = useRouter()
  useEffect(() => {
    setScripted(true)
    return () => stop.current?.abort()
  }, [])

  const take = async (file: File | undefined) => {
    if (!file) return
    const fault = deckFault({ fileName: file.name, bytes: file.size })
    if (fault)
      return setSending({ state: 'refused', sentence: filled(faults[fault.code] ?? '', fault.values) })
    stop.current?.abort()
    stop.current = new AbortController()
    await sendDeckFile(entry, file, setSending, stop.current.signal)
    router.refresh()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const underWay = sending && 'share' in sending ? sending : null
  const error = sending?.state === 'refused' ? sending.sentence : answer.error
  return (
    <form action={act} className="grid gap-3" onPaste={(event) => take(event.clipboardData.files[0])}>
      <input type="hidden" name="entry" value={entry} />
      {error && <Notice kind="danger">{error}</Notice>}
      {underWay ? (
        <DeckProgress sending={underWay} words={words} zone={zone} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the field does
        <div
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
          className={`grid gap-2 rounded-md border border-dashed p-4 ${over ? 'border-primary bg-primary-soft' : 'border-control'}`}
        >
          <label htmlFor="deck" className="flex items-center gap-3 font-semibold">
            <Upload className="size-5 shrink-0 text-primary" aria-hidden="true" />
            {scripted ? words.drop : words.choose}
          </label>
          <input
            id="deck"
            name="deck"
            type="file"
            accept=".pdf,application/pdf,.key,.ppt,.pptx,.odp"
            required
            aria-describedby="deck-formats"
            onChange={({ target }) => take(target.files?.[0])}
            className="min-h-12 w-full min-w-0 text-muted text-sm file:mr-4 file:min-h-12 file:rounded-md file:border file:border-control file:border-solid file:bg-bg file:px-5 file:font-semibold file:text-base file:text-text"
          />
          <p id="deck-formats" className="text-muted text-sm">
            {words.formats}
          </p>
        </div>
      )}
      {!scripted && (
        <Button look="secondary" disabled={posting} className="justify-self-start">
          {words.upload}
        </Button>
      )}
    </form>
  )
}

const filled = (sentence: string, values: Record<string, unknown> = {}) =>
  sentence.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''))
