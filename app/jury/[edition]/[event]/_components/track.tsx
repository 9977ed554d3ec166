import type { Scale } from '@/domain/judging/on-grid'

/** Where the mark stands on its scale; the figure beside it says the same. */
export function Track({ value, scale: { min, max } }: { value: number | null; scale: Scale }) {
  const x = value === null ? 0 : (100 * (value - min)) / (max - min)
  return (
    <svg viewBox="-6 0 112 16" className="drawn ml-auto h-4 w-20 shrink-0 sm:w-24" aria-hidden="true">
      {[0, 50, 100].map((at) => (
        <path key={at} d={`M${at} 3v10`} stroke="var(--control)" />
      ))}
      {[10, 20, 30, 40, 60, 70, 80, 90].map((at) => (
        <path key={at} d={`M${at} 6v4`} stroke="var(--line)" />
      ))}
      {value !== null && (
        <>
          <path d={`M0 8H${x}`} stroke="var(--primary)" strokeWidth="2.5" />
          <circle cx={x} cy="8" r="5" fill="var(--primary)" />
        </>
      )}
    </svg>
  )
}
