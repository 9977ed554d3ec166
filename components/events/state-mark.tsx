import type { MapState } from '@/domain/events/map-state'

export const STATE_COLOURS: Record<MapState, string> = {
  winner: 'text-gold',
  judged: 'text-primary',
  running: 'text-signal',
  planned: 'text-muted',
}

/** How far an event has come, in one of four shapes that differ without colour. */
export function StateMark({
  state,
  label,
  className = 'size-3.5',
}: {
  state: MapState
  label?: string
  className?: string
}) {
  return (
    <svg
      viewBox="0 0 14 14"
      className={`inline-block shrink-0 ${STATE_COLOURS[state]} ${className}`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <StateShape state={state} />
    </svg>
  )
}

/** The shape alone, around the middle (7, 7) of a 14 × 14 field. */
export function StateShape({ state }: { state: MapState }) {
  if (state === 'winner') return <path d="M7 1.5 12.5 7 7 12.5 1.5 7Z" fill="currentColor" />
  if (state === 'planned') return <circle cx="7" cy="7" r="3" fill="currentColor" />
  return (
    <>
      <circle cx="7" cy="7" r="4.6" fill="var(--bg)" stroke="currentColor" strokeWidth="1.8" />
      {state === 'judged' && <path d="M7 2.4a4.6 4.6 0 0 1 0 9.2Z" fill="currentColor" />}
    </>
  )
}
