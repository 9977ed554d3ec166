import 'server-only'
import type { SignedIn } from '@/domain/access/actor'
import { refuse } from '@/domain/refusal'
import type { Stage, World } from './roles'

export const FINAL = { edition: 'actinspace-2018', event: 'azerbaijan' }

/** One row of the policy asked through its use case. A use case that lands adds its line to the file of its row. */
export interface Line {
  /** The row's id and its action: two ids stand for two rows each. */
  readonly row: string
  readonly at: Stage
  readonly ask: (actor: SignedIn, world: World) => Promise<unknown>
  /** The roles whose own object this is; an `own` of the others is a no. */
  readonly own?: readonly string[]
  /** Roles a note of the row says more about, with what they are answered. */
  readonly notes?: Readonly<Record<string, string | undefined>>
}

export const orNotFound = async (found: Promise<unknown>) => (await found) ?? refuse('not-found')
