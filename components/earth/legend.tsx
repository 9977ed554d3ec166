import { useTranslations } from 'next-intl'
import { StateMark } from '@/components/events/state-mark'
import { MAP_STATES, type MapState } from '@/domain/events/map-state'

/** The map's four shapes in words, each with how many there are; a state that none is in is left out. */
export function EarthLegend({
  counts,
  row = false,
}: {
  counts: Readonly<Record<MapState, number>>
  row?: boolean
}) {
  const t = useTranslations('look')
  return (
    <ul className={row ? 'flex flex-wrap gap-x-8 gap-y-2' : 'grid gap-2.5'}>
      {MAP_STATES.filter((state) => counts[state] > 0).map((state) => (
        <li key={state} className="flex items-center gap-3">
          <StateMark state={state} />
          <span
            className={`figures font-semibold ${row ? '' : 'w-6 text-right'} ${state === 'winner' ? 'text-gold' : ''}`}
          >
            {counts[state]}
          </span>
          <span>{t(`states.${state}`)}</span>
        </li>
      ))}
    </ul>
  )
}
