import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { isRefusal } from '@/domain/refusal'
import { allOrNothing } from '../all-or-nothing'
import { type MergeOfEdition, mergeable } from './mergeable'
import { countReferences } from './references'

/** What a merge would move, by the column that points to the merged organization, before anything is. */
export async function planMerge(actor: Actor, input: MergeOfEdition) {
  return allOrNothing(async () => {
    const pair = await mergeable(actor, input)
    return isRefusal(pair) ? pair : { ...pair, moves: await countReferences(pair.merged.id) }
  })
}
