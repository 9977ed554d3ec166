import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { allOrNothing } from '../all-or-nothing'
import { record } from '../audit'
import { createEvent } from './create-event'
import { writeParts } from './event-parts'
import { type EventCopy, planEventCopy } from './plan-event-copy'

/**
 * Makes an event from an earlier one of the same competition: what `planEventCopy` says, in draft, and nobody and
 * nothing that anybody did. Refused `not-found`, and what `createEvent` refuses; nothing is made then.
 */
export async function cloneEvent(actor: Actor, copy: EventCopy): Promise<{ event: string } | Refusal> {
  return allOrNothing(async () => {
    const plan = await planEventCopy(actor, copy)
    if (isRefusal(plan)) return plan
    const made = await createEvent(actor, plan.event)
    if (isRefusal(made)) return made
    await writeParts(made.event, plan.parts)
    await record({
      actor,
      action: 'clone-event',
      object: { kind: 'event', id: made.event },
      event: made.event,
      details: { from: copy.source },
    })
    return made
  })
}
