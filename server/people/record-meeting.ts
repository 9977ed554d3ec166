import 'server-only'
import { transaction } from '@/db/client'
import { meetingOrganizations, meetings, presences } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { Capacity } from '@/domain/people/presence'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

export interface NewMeeting {
  readonly event: string
  readonly heldOn: string
  readonly city: string
  readonly occasion?: string
  readonly outcome?: string
  readonly source: string
  readonly organizations: readonly string[]
  readonly presences: readonly { person: string; office?: string; capacity: Capacity }[]
}

/** Records a meeting held around an event: who met, who was present and how, and what came of it. */
export async function recordMeeting(actor: Actor, input: NewMeeting): Promise<{ meeting: string } | Refusal> {
  const found = await findEventById(input.event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'write-releases', { event: found.facts }, now())
  if (no) return no
  return transaction(async (tx) => {
    const { heldOn, city, occasion, outcome, source } = input
    const [made] = await tx
      .insert(meetings)
      .values({ eventId: input.event, heldOn, city, occasion, outcome, source })
      .returning()
    if (!made) throw new Error('The meeting was not written')
    await tx.insert(meetingOrganizations).values(
      input.organizations.map((organizationId, position) => ({
        meetingId: made.id,
        organizationId,
        position,
      })),
    )
    await tx.insert(presences).values(
      input.presences.map(({ person, office, capacity }) => ({
        meetingId: made.id,
        personId: person,
        officeId: office,
        capacity,
      })),
    )
    await record({
      actor,
      action: 'record-meeting',
      object: { kind: 'meeting', id: made.id },
      event: input.event,
    })
    return { meeting: made.id }
  })
}
