import { MarkGlyph, type MarkState } from '@/components/score/mark-glyph'
import type { ShownEntry } from './sheet-data'
import type { Say } from './words'

export interface Standing {
  readonly state: MarkState
  readonly letter: string
  readonly shown: string
  readonly share: number
}

/** All teams with where their sheets stand; the ones never met are named and cannot be opened. */
export function TeamList({
  entries,
  standingOf,
  at,
  onOpen,
  say,
  columns,
}: {
  entries: readonly ShownEntry[]
  standingOf: (entry: ShownEntry) => Standing
  at: string | undefined
  onOpen: (entry: string) => void
  say: Say
  columns: string
}) {
  const legend = [
    'legendSent',
    'legendDraft',
    'legendOpen',
    'legendConflict',
    'legendRecused',
    'legendAbsent',
  ]
  return (
    <>
      <ol className={columns}>
        {entries.map((entry) => {
          const { state, letter, shown, share } = standingOf(entry)
          const here = entry.entry === at
          return (
            <li key={entry.entry} className={`border-b break-inside-avoid ${here ? 'bg-primary-soft' : ''}`}>
              <button
                type="button"
                className="flex min-h-12 w-full items-center gap-1.5 px-2.5 py-1 text-left text-sm leading-5 disabled:text-muted"
                disabled={entry.conflict !== null}
                title={entry.conflict ?? undefined}
                aria-current={here ? 'true' : undefined}
                onClick={() => onOpen(entry.entry)}
              >
                <MarkGlyph state={state} share={share} />
                <span className="figures w-5 text-right text-muted text-xs">{entry.order ?? ''}</span>
                <span
                  className={`min-w-0 flex-1 break-words ${entry.conflict === null ? 'font-semibold' : ''}`}
                >
                  {entry.team}
                </span>
                <span className="figures font-semibold">{shown}</span>
                <span className="figures w-3 text-muted text-xs">{letter}</span>
              </button>
            </li>
          )
        })}
      </ol>
      <p className="caption flex flex-wrap gap-x-4 gap-y-1 p-3 text-muted normal-case">
        {legend.map((key) => (
          <span key={key}>{say(key)}</span>
        ))}
      </p>
    </>
  )
}
