import 'server-only'
import type { SignedIn } from '@/domain/access/actor'
import { type Refusal, refuse } from '@/domain/refusal'
import { findDraft } from './draft'
import { tellProgress } from './progress'
import { type Imported, runImport } from './run-import'

// One per process, not one per bundle.
const shared = globalThis as typeof globalThis & {
  apogeeImporting?: Map<string, Promise<Imported | Refusal>>
}
shared.apogeeImporting ??= new Map()
const running = shared.apogeeImporting

/**
 * Imports a draft's lists and forgets the draft, both or neither. Asked twice at once it imports once and both are told
 * what came of it; asked later, or of another process, the second is refused `list-draft-gone`.
 */
export async function importDraft(
  actor: SignedIn,
  { event, draft: id }: { event: string; draft: string },
): Promise<Imported | Refusal> {
  const draft = await findDraft(actor, event, id)
  if (!draft) return refuse('list-draft-gone')
  const importing =
    running.get(id) ??
    runImport(
      actor,
      { event, lists: draft.lists },
      { draft: id, tell: (progress) => tellProgress(actor.personId, event, id, progress) },
    ).finally(() => {
      running.delete(id)
      tellProgress(actor.personId, event, id, null)
    })
  running.set(id, importing)
  return importing
}
