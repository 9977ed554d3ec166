import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { now } from '../../clock'
import { type FoundEvent, findEventById } from '../../events/find-event'
import type { CheckedLists } from './check-lists'
import type { GivenList } from './given-list'
import { working } from './in-thread'
import { packContext } from './known'
import { looked } from './work-on-lists'

export type { CheckedList } from './check-lists'
export type { GivenList } from './given-list'

export interface Import {
  readonly event: string
  readonly lists: readonly GivenList[]
}

export interface CheckedImport extends CheckedLists {
  readonly event: FoundEvent
}

/** So many lines are taken over at once. */
const PIECE = 1_000

/**
 * Reads each list and plans those that can be: one that cannot be read, has no column for names or addresses
 * (`list-columns-missing`) or is nobody's (`list-whose`) stands with its refusal among the others. Nothing is written.
 */
export async function checkImport(actor: Actor, input: Import): Promise<CheckedImport | Refusal> {
  const event = await importableEvent(actor, input)
  if (isRefusal(event)) return event
  const context = await packContext(event.event)
  const told = working({ lists: input.lists.map(plain), context, want: 'look', size: PIECE })
  return { event, ...(await looked(told)) }
}

/** The event lists may be imported into by this actor; else why not. Refused `list-none` without any list. */
export async function importableEvent(actor: Actor, { event, lists }: Import): Promise<FoundEvent | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'import-lists', { event: found.facts }, now())
  if (no) return no
  return lists.length === 0 ? refuse('list-none') : found
}

/** Bytes of their own: a thread would take all of the memory they are a part of. */
export const plain = (list: GivenList): GivenList => ({ ...list, bytes: Uint8Array.from(list.bytes) })
