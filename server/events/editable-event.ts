import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { type FoundEvent, findEventById } from './find-event'

/** The event with this id, when the actor may edit it; else why not. */
export async function editableEvent(actor: Actor, event: string): Promise<FoundEvent | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  return can(actor, 'edit-event', { event: found.facts }, now()) ?? found
}
