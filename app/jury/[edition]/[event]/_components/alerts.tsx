import { Button } from '@/components/ui/button'
import { Contests } from './contests'
import type { SheetData } from './sheet-data'
import type { useSheet } from './use-sheet'
import type { Say } from './words'

/** What the juror must know before the card: scoring is closed, something was refused, two devices disagree. */
export function Alerts({
  data: { closed, entries, criteria },
  device: { sheet, mark, yieldTo, read },
  say,
}: {
  data: SheetData
  device: Pick<ReturnType<typeof useSheet>, 'sheet' | 'mark' | 'yieldTo' | 'read'>
  say: Say
}) {
  return (
    <div className="px-4 md:px-0">
      {closed && (
        <p className="my-2 rounded-md bg-primary-soft p-3 text-sm" role="status">
          {say('closed')}
        </p>
      )}
      {sheet.refused.length > 0 && (
        <div role="alert" className="my-2 rounded-md border border-danger bg-surface p-3 text-sm">
          {sheet.refused.map((one) => (
            <p key={one}>{one}</p>
          ))}
          <Button type="button" look="secondary" className="mt-2" onClick={read}>
            {say('understood')}
          </Button>
        </div>
      )}
      <Contests
        contests={sheet.contests}
        teamOf={(id) => entries.find(({ entry }) => entry === id)?.team ?? ''}
        nameOf={(id) => criteria.find((one) => one.id === id)?.name ?? ''}
        onKeep={({ mine }) => mark(mine.entry, mine.criterion, mine.value)}
        onTake={({ mine }) => yieldTo(mine.id)}
        say={say}
      />
    </div>
  )
}
