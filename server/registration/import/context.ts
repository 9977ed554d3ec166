import 'server-only'
import type { WrittenOrganization } from '@/domain/organizations/resembles'
import type { Field } from '@/domain/registration/import/fields'
import type { ImportContext, KnownTeam } from '@/domain/registration/import/plan'
import type { Remembered } from '@/domain/registration/import/remembered'

/** What an event holds and what is known of institutions, as JSON in pages. */
export interface PackedContext {
  readonly registrations: readonly string[]
  readonly teams: readonly string[]
  readonly rest: string
  readonly digest: string
}

/** A team as it stands; `taken` are the seats somebody has. */
export interface StandingTeam extends KnownTeam {
  readonly slug: string
  readonly deleted: boolean
  readonly taken: readonly number[]
}

/** All that a check asks the database for. */
export interface CheckContext extends ImportContext {
  readonly organizations: readonly WrittenOrganization[]
  /** How each institution's earlier lists named their columns. */
  readonly memories: ReadonlyMap<string, Remembered>
  /** The event's teams, those that ended as well: an address is given once. */
  readonly teams: readonly StandingTeam[]
}

/** What `packContext` packed. */
export function unpackContext({ registrations, teams, rest }: PackedContext): CheckContext {
  const { memories, ...others } = JSON.parse(rest)
  const standing = teams.flatMap((page) => JSON.parse(page) as Omit<StandingTeam, 'size'>[])
  const sized = standing.map((team) => ({ ...team, size: team.taken.length }))
  return {
    ...others,
    memories: new Map(
      memories.map(([id, columns]: [string, [string, Field | null][]]) => [id, new Map(columns)]),
    ),
    known: {
      registrations: registrations.flatMap((page) => JSON.parse(page)),
      teams: sized.filter(({ deleted }) => !deleted),
    },
    teams: sized,
  }
}
