import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal } from '@/domain/refusal'
import type { TypedProject } from '@/domain/submissions/read-project'
import { editProject } from './edit-project'
import { type Receipt, submitProject } from './submit-project'
import { uploadDeck } from './upload-deck'

/**
 * Writes a team's project, takes its deck and hands both in, as an organizer does for a team that cannot; after the
 * deadline with a reason. What is refused hands nothing in, and the draft keeps what was right. Refused as editing, uploading
 * and handing in are.
 */
export async function handInForTeam(
  actor: Actor,
  input: {
    readonly entry: string
    readonly project: TypedProject
    readonly deck: File | null
    readonly reason?: string
  },
): Promise<Receipt | Refusal> {
  const { entry, project, deck, reason } = input
  const edited = await editProject(actor, { entry, project, reason })
  if (isRefusal(edited)) return edited
  const kept = deck && (await uploadDeck(actor, { entry, file: deck, reason }))
  return isRefusal(kept) ? kept : submitProject(actor, { entry, reason })
}
