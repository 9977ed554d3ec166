import type { ReactNode } from 'react'

/** A figure one reads across the room, with what it counts below or beside it. */
export function Figure({
  value,
  children,
  beside = false,
}: {
  value: ReactNode
  children: ReactNode
  beside?: boolean
}) {
  return (
    <p className={beside ? 'flex flex-wrap items-baseline gap-x-3' : ''}>
      <span className="figures block font-semibold text-3xl leading-tight tracking-[-0.04em]">{value}</span>
      <span className="block text-muted text-sm">{children}</span>
    </p>
  )
}
