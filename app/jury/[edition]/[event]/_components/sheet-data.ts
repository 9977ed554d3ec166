import type { ServerSheet } from '@/domain/judging/device-sheet'
import type { WeighedCriterion } from '@/domain/judging/running-total'

export interface ShownCriterion extends WeighedCriterion {
  readonly name: string
  readonly levels: readonly { readonly value: number; readonly sentence: string }[]
}

export interface ShownEntry {
  readonly entry: string
  readonly order: number | null
  readonly team: string
  readonly institution: string | null
  readonly about: string | null
  /** Why this seat never meets it; null for one to score. */
  readonly conflict: string | null
  readonly setAside: string | null
}

/** Everything the island is given: the sheet as the server has it, and where to send. */
export interface SheetData extends ServerSheet {
  readonly juror: string
  readonly office: string
  readonly caption: string
  readonly api: string
  /** The path of the sheet itself: where to come back to after signing in. */
  readonly page: string
  readonly closed: boolean
  /** The competition's clock when the page was made, in ms. */
  readonly now: number
  /** When the page was made by the server's own clock, in ms. */
  readonly madeAt: number
  readonly zone: string
  /** That the organizers ask for missing ballots; null when they do not. `at` is ISO, UTC. */
  readonly reminder: { readonly at: string } | null
  readonly criteria: readonly ShownCriterion[]
  readonly entries: readonly ShownEntry[]
}
