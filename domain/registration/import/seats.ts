import type { TeamName } from './lines'
import type { ImportContext, PlannedTeam, SeatToTake } from './plan'

type TeamAtWork = Omit<PlannedTeam, 'joining' | 'size'> & {
  size: number
  readonly seats: number
  readonly joining: { list: string; line: number }[]
}

/** Hands out the seats of an event's teams in the order they are asked for. */
export class Seats {
  private readonly teams = new Map<string, TeamAtWork>()
  private readonly max: number

  constructor({ known, event }: Pick<ImportContext, 'known' | 'event'>) {
    this.max = event.teamSize.max
    for (const { id, key, name = key, size, seats = this.max, institutionId } of known.teams)
      this.teams.set(key, { id, key, name, size, seats, institutionId, joining: [] })
  }

  /** A seat for the person on that line; or how many seats the full team has. Nothing is taken when it is full. */
  take(
    { key, name }: TeamName,
    at: { list: string; line: number; institutionId: string },
  ): SeatToTake | { readonly full: number; readonly name: string } {
    const team = this.teams.get(key) ?? this.found({ key, name }, at.institutionId)
    if (team.size >= team.seats) return { full: team.seats, name: team.name }
    const role = team.size === 0 ? 'captain' : 'member'
    team.size += 1
    team.joining.push({ list: at.list, line: at.line })
    return { key, name: team.name, id: team.id, role }
  }

  /** The teams somebody joins by this plan, in the order of their first joining. */
  joined(): PlannedTeam[] {
    return [...this.teams.values()]
      .filter(({ joining }) => joining.length > 0)
      .map(({ seats: _, ...team }) => team)
  }

  all(): TeamName[] {
    return [...this.teams.values()].map(({ key, name }) => ({ key, name }))
  }

  private found({ key, name }: TeamName, institutionId: string): TeamAtWork {
    const team = { id: null, key, name, institutionId, size: 0, seats: this.max, joining: [] }
    this.teams.set(key, team)
    return team
  }
}
