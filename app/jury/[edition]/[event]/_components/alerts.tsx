import { Button } from '@/components/ui/button'
import { Contests } from './contests'
import type { SheetData } from './sheet-data'
import type { useSheet } from './use-sheet'
import type { Say } from './words'

/** What the juror must know before the card: scoring is closed, something was refused, two devices disagree. */
export function Alerts({
  data: { closed, entries, criteria },
  device: { sheet, mark, yieldTo, understood },
  say,
}: {
  data: SheetData
  device: Pick<ReturnType<typeof useSheet>, 'sheet' | 'mark' | 'yieldTo' | 'understood'>
  say: Say
}) {
  const teamOf = (id: string | undefined) => entries.find(({ entry }) => entry === id)?.team ?? ''
  const nameOf = (id: string | undefined) => criteria.find((one) => one.id === id)?.name ?? ''
  return (
    <div className="px-4 md:px-0">
      {closed && (
        <p className="my-2 rounded-md bg-primary-soft p-3 text-sm" role="status">
          {say('closed')}
        </p>
      )}
      {sheet.refused.length > 0 && (
        <div role="alert" className="my-2 rounded-md border border-danger bg-surface p-3 text-sm">
          {sheet.refused.map(({ sentence, entry, criterion }) => {
            const about = [teamOf(entry), nameOf(criterion)].filter((name) => name !== '').join(', ')
            return (
              <p key={`${about} ${sentence}`}>
                {about !== '' && <strong>{about}: </strong>}
                {sentence}
              </p>
            )
          })}
          <Button type="button" look="secondary" className="mt-2" onClick={understood}>
            {say('understood')}
          </Button>
        </div>
      )}
      <Contests
        contests={sheet.contests}
        teamOf={teamOf}
        nameOf={nameOf}
        onKeep={({ mine }) => mark(mine.entry, mine.criterion, mine.value)}
        onTake={({ mine }) => yieldTo(mine.id)}
        say={say}
      />
    </div>
  )
}
