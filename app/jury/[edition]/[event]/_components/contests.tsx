import { Button } from '@/components/ui/button'
import type { Contest } from '@/domain/judging/device-sheet'
import type { Say } from './words'

/** Two devices gave one cell different marks: both are shown, and the juror says which holds. */
export function Contests({
  contests,
  nameOf,
  teamOf,
  onKeep,
  onTake,
  say,
}: {
  contests: readonly Contest[]
  nameOf: (criterion: string) => string
  teamOf: (entry: string) => string
  onKeep: (contest: Contest) => void
  onTake: (contest: Contest) => void
  say: Say
}) {
  const shown = (value: number | null) => (value === null ? say('none') : String(value))
  return contests.map((contest) => {
    const { mine, theirs } = contest
    const values = {
      team: teamOf(mine.entry),
      name: nameOf(mine.criterion),
      mine: shown(mine.value),
      theirs: shown(theirs.value),
    }
    return (
      <section key={mine.id} role="alert" className="my-2 rounded-md border border-warn bg-surface p-3">
        <h2 className="font-semibold">{say('twoDevices')}</h2>
        <p className="mb-2 text-sm">{say('twoDevicesText', values)}</p>
        <div className="flex gap-2">
          <Button type="button" onClick={() => onKeep(contest)}>
            {say('keepMine', { value: values.mine })}
          </Button>
          <Button type="button" look="secondary" onClick={() => onTake(contest)}>
            {say('takeTheirs', { value: values.theirs })}
          </Button>
        </div>
      </section>
    )
  })
}
