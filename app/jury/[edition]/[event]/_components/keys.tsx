import type { Say } from './words'

const KEYS = [
  { keys: ['0', '10'], between: '–', word: 'keyMark' },
  { keys: ['.'], between: '', word: 'keyHalf' },
  { keys: ['⌫'], between: '', word: 'keyClear' },
  { keys: ['↑', '↓'], between: '', word: 'keyCriterion' },
  { keys: ['←', '→'], between: '', word: 'keyTeam' },
  { keys: ['Enter'], between: '', word: 'keySend' },
] as const

/** What each key does; only where there is likely to be a keyboard. */
export function Keys({ say }: { say: Say }) {
  return (
    <section className="hidden p-3 pointer-fine:block">
      <h2 className="caption mb-2 text-muted">{say('keys')}</h2>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1 text-sm">
        {KEYS.map(({ keys, between, word }) => (
          <div key={word} className="flex items-center gap-2">
            <dt className="flex w-14 shrink-0 items-center gap-0.5">
              {keys.map((key, index) => (
                <span key={key} className="contents">
                  {index > 0 && between}
                  <kbd className="figures min-w-5 rounded-sm border border-control px-1 text-center text-xs">
                    {key}
                  </kbd>
                </span>
              ))}
            </dt>
            <dd className="text-muted">{say(word)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
