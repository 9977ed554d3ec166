import { type ParentLink, related } from '@/domain/organizations/institution-tree'
import type { ConflictKind } from './states'

export interface SeatTies {
  readonly juror: string
  readonly organization: string | null
  readonly person: string | null
}

export interface EntryTies {
  readonly entry: string
  /** What the team and its members represent. */
  readonly institutions: readonly string[]
  readonly coaches: readonly string[]
  readonly challengeOwner: string | null
}

export interface DerivedConflict {
  readonly juror: string
  readonly entry: string
  readonly kind: ConflictKind
  /** The organization the tie goes through; null for a person's own tie. */
  readonly through: string | null
}

/** The kinds that follow from the records; the others are said by somebody. */
export const DERIVED_KINDS = ['institution', 'coach', 'challenge-owner'] as const satisfies ConflictKind[]

/**
 * Who must not meet whom on that day (YYYY-MM-DD), by the records: the juror's organization is that of the team or of
 * one of its members, or its parent or child; the juror coaches the team; the juror's organization owns the team's
 * challenge, where the edition counts that. Whoever sponsors the event as a whole sponsors every team alike and is tied
 * to none; a sponsor of one team is recorded by hand (`sponsor`).
 */
export function derivedConflicts(
  seats: readonly SeatTies[],
  entries: readonly EntryTies[],
  links: readonly ParentLink[],
  { on, challengeOwnerConflicts }: { on: string; challengeOwnerConflicts: boolean },
): DerivedConflict[] {
  return seats.flatMap(({ juror, organization, person }) =>
    entries.flatMap(({ entry, institutions, coaches, challengeOwner }) => {
      const found: DerivedConflict[] = []
      const institution = institutions.find(
        (id) => organization !== null && related(organization, id, links, on),
      )
      if (institution) found.push({ juror, entry, kind: 'institution', through: institution })
      if (person !== null && coaches.includes(person)) {
        found.push({ juror, entry, kind: 'coach', through: null })
      }
      if (challengeOwnerConflicts && organization !== null && challengeOwner === organization) {
        found.push({ juror, entry, kind: 'challenge-owner', through: organization })
      }
      return found
    }),
  )
}
