import { ChevronLeft, ChevronRight } from '@/components/ui/icons'
import type { ShownEntry } from './sheet-data'

const SIDES = {
  left: { Arrow: ChevronLeft, look: 'text-left md:landscape:order-first' },
  right: { Arrow: ChevronRight, look: 'flex-row-reverse text-right md:landscape:order-last' },
} as const

/** Goes to the team before or after; an empty place where there is none. */
export function Turn({
  to,
  side,
  label,
  onTurn,
}: {
  to: ShownEntry | undefined
  side: keyof typeof SIDES
  label: string
  onTurn: () => void
}) {
  const { Arrow, look } = SIDES[side]
  if (!to) return <span className={look} />
  return (
    <button
      type="button"
      className={`flex min-h-14 min-w-0 items-center gap-3 px-3 text-sm hover:text-primary ${look}`}
      onClick={onTurn}
    >
      <span className="sr-only">{`${label}: `}</span>
      <Arrow className="size-5 shrink-0" aria-hidden="true" />
      <span className="min-w-0">
        <span className="figures block text-muted text-xs">{to.order ?? ''}</span>
        <span className="block truncate font-semibold">{to.team}</span>
      </span>
    </button>
  )
}
