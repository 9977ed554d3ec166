import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { SignedIn } from '@/domain/access/actor'
import { realNow } from '../../clock'
import type { GivenList } from './check-import'

/** The lists an organizer is checking, with what they have said about them so far. */
export interface Draft {
  readonly id: string
  readonly owner: string
  readonly event: string
  readonly lists: readonly GivenList[]
  readonly touchedAt: number
}

const MOST = 20
const HOURS = 4

/**
 * Kept in the server's memory and nowhere else: names and addresses that nobody has agreed to import yet touch no disk
 * and no table. After a restart the files are chosen again; nothing of them was saved.
 */
const kept = globalThis as typeof globalThis & { apogeeDrafts?: Map<string, Draft> }

function drafts(): Map<string, Draft> {
  kept.apogeeDrafts ??= new Map()
  const oldest = realNow().getTime() - HOURS * 3_600_000
  for (const [id, { touchedAt }] of kept.apogeeDrafts) if (touchedAt < oldest) kept.apogeeDrafts.delete(id)
  return kept.apogeeDrafts
}

/** Keeps lists to check, for this person and event alone. The oldest drafts make room. */
export function keepDraft(actor: SignedIn, event: string, lists: readonly GivenList[]): Draft {
  const draft = { id: uuidv7(), owner: actor.personId, event, lists, touchedAt: realNow().getTime() }
  const all = drafts()
  all.set(draft.id, draft)
  for (const id of [...all.keys()].slice(0, Math.max(0, all.size - MOST))) all.delete(id)
  return draft
}

/** The draft with this id, if it is this person's and of this event and not forgotten yet. */
export function findDraft(actor: SignedIn, event: string, id: string): Draft | null {
  const draft = drafts().get(id)
  return draft && draft.owner === actor.personId && draft.event === event ? draft : null
}

/** Says something more about one list of a draft; null takes the list out. */
export function changeList(
  draft: Draft,
  index: number,
  change: (list: GivenList) => GivenList | null,
): Draft {
  const lists = draft.lists.flatMap((list, at) => (at === index ? (change(list) ?? []) : [list]))
  const changed = { ...draft, lists, touchedAt: realNow().getTime() }
  drafts().set(draft.id, changed)
  return changed
}

/** Forgets a draft: its lists are imported, or given up. */
export function dropDraft(draft: Draft): void {
  drafts().delete(draft.id)
}
