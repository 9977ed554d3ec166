import { List } from '@/components/ui/icons'
import type { ShownEntry } from './sheet-data'
import { TotalSoFar } from './total-so-far'
import { Turn } from './turn'
import type { Card } from './use-card'
import type { Say } from './words'

/** What stays at hand while the card scrolls: the total, the send button, the teams before and after. */
export function Bottom({
  card: { at, total, status, unmarked, turn, submit },
  yours,
  closed,
  onList,
  say,
}: {
  card: Card
  yours: readonly ShownEntry[]
  closed: boolean
  onList: () => void
  say: Say
}) {
  return (
    <div className="sticky bottom-0 z-10 mt-auto border-t bg-bg md:landscape:grid md:landscape:grid-cols-[1fr_minmax(0,2fr)_1fr] md:landscape:items-center">
      <TotalSoFar
        total={total}
        draft={status === 'draft'}
        unmarked={unmarked?.name ?? ''}
        closed={closed}
        onSubmit={submit}
        say={say}
      />
      <nav
        aria-label={say('turn')}
        className="grid grid-cols-[1fr_auto_1fr] divide-x border-t md:landscape:contents md:landscape:divide-x-0"
      >
        <Turn to={yours[at - 1]} side="left" label={say('previous')} onTurn={() => turn(at - 1)} />
        <button
          type="button"
          className="min-h-14 px-4 font-semibold text-sm md:landscape:hidden"
          onClick={onList}
        >
          <List className="mx-auto size-4" aria-hidden="true" />
          <span className="figures">
            {say('position', { at: Math.min(at + 1, yours.length), count: yours.length })}
          </span>
          <span className="sr-only">, {say('list')}</span>
        </button>
        <Turn to={yours[at + 1]} side="right" label={say('next')} onTurn={() => turn(at + 1)} />
      </nav>
    </div>
  )
}
