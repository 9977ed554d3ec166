import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../../clock'
import { type FoundEvent, findEventById } from '../../events/find-event'
import { type CheckedLists, checkLists } from './check-lists'
import type { GivenList } from './given-list'
import { checkContext } from './known'

export type { CheckedList } from './check-lists'
export type { GivenList } from './given-list'

export interface Import {
  readonly event: string
  readonly lists: readonly GivenList[]
}

export interface CheckedImport extends CheckedLists {
  readonly event: FoundEvent
}

/**
 * Reads each list and plans those that can be: one that cannot be read, has no column for names or addresses
 * (`list-columns-missing`) or is nobody's (`list-whose`) stands with its refusal among the others. Nothing is written.
 */
export async function checkImport(actor: Actor, input: Import): Promise<CheckedImport | Refusal> {
  const event = await findEventById(input.event)
  if (!event) return refuse('not-found')
  const no = can(actor, 'import-lists', { event: event.facts }, now())
  if (no) return no
  if (input.lists.length === 0) return refuse('list-none')
  return { event, ...(await checkLists(input.lists, await checkContext(event.event))) }
}
