import { getTranslations } from 'next-intl/server'
import type { Pair } from '@/domain/ranking/standings'
import type { JuryRecord } from '@/server/judging/jury-record'

/** The rung of the tie ladder that decided between two neighbours, by number and in words. */
export async function RungChip({ pair, criteria }: { pair: Pair; criteria: JuryRecord['criteria'] }) {
  const t = await getTranslations('ranking')
  const [number, words] = wordsOf(pair)
  return (
    <span className={`figures flex items-center gap-2 text-xs ${number === 1 ? 'text-muted' : ''}`}>
      <span
        className={`grid size-4.5 place-items-center rounded-full text-[.6875rem] ${number === 1 ? 'border border-control' : 'bg-primary font-semibold text-on-primary'}`}
      >
        {number}
      </span>
      {words}
    </span>
  )

  function wordsOf(by: Pair): [number, string] {
    switch (by.rung) {
      case 'fair-average':
        return [1, t('rung-fair', { lead: (by.figures[0] - by.figures[1]).toFixed(2) })]
      case 'criterion': {
        const name = criteria.find(({ id }) => id === by.criterion)?.name ?? ''
        const [above, below] = by.figures.map((figure) => figure.toFixed(1))
        return [2, t('rung-criterion', { name, above: above ?? '', below: below ?? '' })]
      }
      case 'head-to-head':
        return [3, t('rung-head-to-head', { above: by.figures[0], below: by.figures[1] })]
      case 'decision':
        return [4, t('rung-decision')]
      case 'deliberation':
        return [4, t('rung-deliberation')]
      case 'shared':
        return [5, t('rung-shared')]
    }
  }
}
