import type { Corrections, TeamName } from './lines'
import type { ImportPlan, PlannedLine } from './plan'
import { teamKey } from './team-key'

/** A line of the plan, by its list's name. */
export interface LineOfList {
  readonly list: string
  readonly line: number
}

/** Two alike names, to be asked about: are they one team, then the lines of the other name take the first one. */
export interface AlikeQuestion {
  readonly keep: TeamName
  readonly other: TeamName
  readonly lines: readonly LineOfList[]
}

/**
 * The alike names nobody has settled. The name to keep is of the team that exists already, else the one on more lines.
 * Settled is what was typed: where every line of one of the names has its team corrected, be it to the same name, the
 * two are not asked about again.
 */
export function alikeQuestions(
  { alike, lists, teams }: Pick<ImportPlan, 'alike' | 'lists' | 'teams'>,
  correctionsOf: (list: string) => Corrections,
): AlikeQuestion[] {
  if (alike.length === 0) return []
  const asked = new Map<string, LineOfList[]>(alike.flat().map(({ key }) => [key, []]))
  for (const { name, lines } of lists)
    for (const planned of lines)
      if (isNamed(planned)) asked.get(teamKey(planned.cells.team))?.push({ list: name, line: planned.line })

  const linesOf = ({ key }: TeamName) => asked.get(key) ?? []
  const exists = ({ key }: TeamName) =>
    linesOf({ key, name: '' }).length === 0 || teams.some((team) => team.key === key && team.id !== null)
  const isSettled = (team: TeamName) => {
    const lines = linesOf(team)
    return lines.length > 0 && lines.every(({ list, line }) => correctionsOf(list)[line]?.team !== undefined)
  }
  return alike.flatMap(([one, other]) => {
    if (isSettled(one) || isSettled(other) || (exists(one) && exists(other))) return []
    const isOther = exists(other) || (!exists(one) && linesOf(other).length > linesOf(one).length)
    const [keep, gives] = isOther ? [other, one] : [one, other]
    return [{ keep, other: gives, lines: linesOf(gives) }]
  })
}

/** A line whose cells may stand under the wrong headings is corrected as a whole first. */
function isNamed(line: PlannedLine): boolean {
  if (line.outcome === 'left-out' || line.cells.team === '') return false
  return line.outcome !== 'error' || line.problems.every(({ field }) => field !== 'line')
}
