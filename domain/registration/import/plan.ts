import type { DomainHolder } from '@/domain/organizations/domain-owner'
import type { RegistrationState } from '../states'
import type { Corrections, LineCells, LineNote, LineProblem, Student, TeamName } from './lines'
import type { ListRow } from './rows'

/** One list of the plan. `name` tells it from the others; line numbers are those of its file. */
export interface ListToPlan {
  readonly name: string
  readonly institutionId: string
  readonly rows: readonly ListRow[]
  readonly corrections?: Corrections
  /** Lines the organizer leaves out. */
  readonly leftOut?: readonly number[]
}

/** A registration the event has already. */
export interface KnownRegistration {
  readonly personId: string
  readonly emails: readonly string[]
  readonly givenName: string
  readonly familyName: string
  readonly programme: string | null
  readonly year: number | null
  readonly institutionId: string | null
  readonly teamKey: string | null
  readonly state?: RegistrationState
  /** Whether the person has confirmed it: what they said themself is not overwritten by a list. */
  readonly confirmed?: boolean
}

/** A team the event has already; `size` counts its present members, `seats` its own limit if it has one. */
export interface KnownTeam {
  readonly id: string
  readonly key: string
  readonly name?: string
  readonly size: number
  readonly seats?: number
  readonly institutionId: string | null
}

export interface Known {
  readonly registrations: readonly KnownRegistration[]
  readonly teams: readonly KnownTeam[]
}

export interface ImportContext {
  readonly known: Known
  /** Whose an address is, by its domain. Those the lists come from should be among them. */
  readonly institutions: readonly DomainHolder[]
  readonly event: { readonly teamSize: { readonly min: number; readonly max: number } }
}

/** A seat to take: in a team that exists (`id`) or is to be made, as its provisional captain or as a member. */
export interface SeatToTake extends TeamName {
  readonly id: string | null
  readonly role: 'captain' | 'member'
}

export interface Change<Value> {
  readonly from: Value
  readonly to: Value
}

/** What an update writes; a field that is absent stays as it is. */
export interface Changes {
  readonly givenName?: Change<string>
  readonly familyName?: Change<string>
  readonly programme?: Change<string | null>
  readonly year?: Change<number | null>
  readonly institutionId?: Change<string | null>
}

/** Where an address that two lists claim is counted: at a line of this plan, or at an institution already. */
export type Elsewhere =
  | { readonly list: string; readonly line: number; readonly institutionId: string }
  | { readonly list: null; readonly line: null; readonly institutionId: string }

interface AnyLine {
  readonly line: number
  readonly cells: LineCells
  readonly notes: readonly LineNote[]
}

export type PlannedLine = AnyLine &
  (
    | { readonly outcome: 'create'; readonly student: Student; readonly seat: SeatToTake | null }
    | {
        readonly outcome: 'update'
        readonly personId: string
        readonly student: Student
        readonly changes: Changes
        readonly seat: SeatToTake | null
      }
    | { readonly outcome: 'unchanged'; readonly personId: string; readonly student: Student }
    | { readonly outcome: 'duplicate'; readonly of: number; readonly student: Student }
    | { readonly outcome: 'elsewhere'; readonly at: Elsewhere; readonly student: Student }
    | { readonly outcome: 'error'; readonly problems: readonly LineProblem[] }
    | { readonly outcome: 'left-out' }
  )

export const OUTCOMES = [
  'create',
  'update',
  'unchanged',
  'duplicate',
  'elsewhere',
  'error',
  'left-out',
] as const satisfies readonly PlannedLine['outcome'][]
export type Outcome = PlannedLine['outcome']

/** How many lines end how; `rows` is their sum. */
export type Figures = Readonly<Record<Outcome | 'rows', number>>

export interface PlannedList {
  readonly name: string
  readonly institutionId: string
  readonly lines: readonly PlannedLine[]
  readonly figures: Figures
}

/** A team the lists name, as it will stand: made by its first listed member, whose institution it represents. */
export interface PlannedTeam extends TeamName {
  readonly id: string | null
  readonly institutionId: string | null
  readonly size: number
  readonly joining: readonly { readonly list: string; readonly line: number }[]
}

export interface ImportPlan {
  readonly lists: readonly PlannedList[]
  readonly teams: readonly PlannedTeam[]
  readonly figures: Figures
  /** Pairs of names so alike that they may be one team spelt twice; never joined by themselves. */
  readonly alike: readonly (readonly [TeamName, TeamName])[]
}
