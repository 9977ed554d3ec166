import type { ReactNode } from 'react'
import { Keys } from './keys'
import type { SheetData } from './sheet-data'
import type { Say } from './words'

/** Beside the card where the screen is held across: whose sheet it is, all teams, and the keys. */
export function Rail({
  data: { caption, office },
  summary,
  never,
  children,
  say,
}: {
  data: SheetData
  summary: string
  /** How many teams this seat never meets. */
  never: number
  children: ReactNode
  say: Say
}) {
  return (
    <aside className="hidden border-r bg-sunken md:landscape:block">
      <div className="p-4">
        <p className="caption text-muted">{caption}</p>
        <p className="mt-1 font-semibold text-lg">{office}</p>
        <p className="text-muted text-sm">
          {summary} {never > 0 && say('never', { count: never })}
        </p>
      </div>
      <div className="border-t">{children}</div>
      <Keys say={say} />
    </aside>
  )
}
