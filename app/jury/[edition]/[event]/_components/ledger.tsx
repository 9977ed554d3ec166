import type { RunningTotal } from '@/domain/judging/running-total'
import { OwnMarks } from './own-marks'
import type { SheetReading } from './read-sheet'
import type { ShownEntry } from './sheet-data'
import type { Say } from './words'

/** The juror's other totals, and where the open card can still land among them. */
export function Ledger({
  reading: { yours, totalOf, statusOf },
  here,
  total,
  say,
}: {
  reading: SheetReading
  here: ShownEntry
  total: RunningTotal
  say: Say
}) {
  const label = ({ order, team }: ShownEntry) => (order === null ? team : String(order))
  const totals = yours
    .filter(({ entry }) => entry !== here.entry)
    .filter(({ entry }) => statusOf(entry) === 'submitted' || totalOf(entry).left === 0)
    .map((one) => ({ label: label(one), total: totalOf(one.entry).points }))
  const range =
    total.of > 0 && total.left > 0 ? ([total.points, total.points + 100 - total.of] as const) : null
  return (
    <div className="hidden pt-4 md:block">
      <OwnMarks
        totals={totals}
        range={range}
        caption={say('own')}
        rangeText={
          range
            ? say('ownRange', { team: label(here), low: range[0].toFixed(0), high: range[1].toFixed(0) })
            : ''
        }
      />
    </div>
  )
}
