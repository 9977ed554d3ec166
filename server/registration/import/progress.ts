import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { type Refusal, refuse } from '@/domain/refusal'
import { realNow } from '../../clock'
import type { Progress } from './run-import'

interface Told {
  readonly owner: string
  readonly event: string
  readonly progress: Progress
  readonly at: number
}

/** What nobody has asked for as long is forgotten. */
const FORGOTTEN_MS = 10 * 60_000

// One per process, not one per bundle.
const shared = globalThis as typeof globalThis & { apogeeImports?: Map<string, Told> }
shared.apogeeImports ??= new Map()
const running = shared.apogeeImports

/** Says how far the import of a draft is; null when it has ended. */
export function tellProgress(owner: string, event: string, draft: string, progress: Progress | null): void {
  const at = realNow().getTime()
  for (const [id, told] of running) if (told.at < at - FORGOTTEN_MS) running.delete(id)
  if (progress) running.set(draft, { owner, event, progress, at })
  else running.delete(draft)
}

/** How far the import of one's own draft is in this process. Refused `not-found` while none is under way. */
export function importProgress(
  actor: Actor,
  { event, draft }: { event: string; draft: string },
): Progress | Refusal {
  const told = running.get(draft)
  return told && told.owner === actor.personId && told.event === event ? told.progress : refuse('not-found')
}
