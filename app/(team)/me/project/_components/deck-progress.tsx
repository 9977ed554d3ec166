import type { Sending } from './send-deck-file'

export interface DeckWords {
  readonly sending: string
  readonly waiting: string
  readonly reading: string
  /** Holds `{at}`. */
  readonly begun: string
}

/** How far the upload has come, and what is safe. */
export function DeckProgress({
  sending,
  words,
  zone,
}: {
  sending: Exclude<Sending, { state: 'refused' | 'kept' }>
  words: DeckWords
  zone: string
}) {
  const percent = Math.floor(sending.share * 100)
  return (
    <div className="grid gap-2 rounded-md border border-control p-4">
      <div className="flex items-baseline justify-between gap-4">
        <p className="font-semibold" role="status">
          {words[sending.state]}
        </p>
        <p className="figures shrink-0 whitespace-nowrap text-muted">{percent} %</p>
      </div>
      <div
        role="progressbar"
        aria-label={words.sending}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="h-1.5 rounded-full bg-line"
      >
        <div className="h-full rounded-full bg-signal" style={{ width: `${percent}%` }} />
      </div>
      {sending.begunAt && (
        <p className="figures text-muted text-sm">
          {words.begun.replace('{at}', clock(new Date(sending.begunAt), zone))}
        </p>
      )}
    </div>
  )
}

const clock = (instant: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone }).format(instant)
