import { MarkGlyph, type MarkState } from '@/components/score/mark-glyph'
import type { ShownEntry } from './sheet-data'
import type { Say } from './words'

export interface Standing {
  readonly state: MarkState
  readonly letter: string
  readonly shown: string
  readonly share: number
}

const LEGEND = [
  ['sent', 'legendSent'],
  ['part', 'legendDraft'],
  ['unopened', 'legendOpen'],
  ['conflict', 'legendConflict'],
  ['recused', 'legendRecused'],
  ['absent', 'legendAbsent'],
] as const satisfies (readonly [MarkState, string])[]

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
  return (
    <>
      <ol className={columns}>
        {entries.map((entry) => {
          const { state, letter, shown, share } = standingOf(entry)
          const here = entry.entry === at
          return (
            <li
              key={entry.entry}
              className={`border-b break-inside-avoid ${here ? 'bg-primary-soft shadow-[inset_3px_0_0_var(--primary)]' : ''}`}
            >
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
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5 p-3 text-muted text-sm">
        {LEGEND.map(([state, word]) => (
          <li key={state} className="flex items-center gap-1.5">
            <MarkGlyph state={state} share={0.75} />
            {say(word)}
          </li>
        ))}
      </ul>
    </>
  )
}
