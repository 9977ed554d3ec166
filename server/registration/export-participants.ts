import 'server-only'
import { transaction } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { csvOf } from '../csv'
import { findEventById } from '../events/find-event'
import { participantsOf } from '../people/queries'

const COLUMNS = ['givenName', 'familyName', 'email', 'institution', 'programme', 'state', 'team'] as const

/**
 * Everybody registered for an event as CSV, in the columns the organizer's list shows. Audited, with how many: from
 * here on the addresses are out of the house.
 */
export async function exportParticipants(
  actor: Actor,
  { event }: { event: string },
): Promise<{ csv: string } | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'export-participants', { event: found.facts }, now())
  if (no) return no
  return transaction(async () => {
    const people = await participantsOf(actor, event)
    if (isRefusal(people)) return people
    const rows = people.map(({ givenName, familyName, email, institution, programme, state, team }) => ({
      givenName,
      familyName,
      email: email ?? '',
      institution: institution ?? '',
      programme: programme ?? '',
      state,
      team: team ?? '',
    }))
    await record({
      actor,
      action: 'export-participants',
      object: { kind: 'event', id: event },
      event,
      details: { people: rows.length },
    })
    return { csv: csvOf(COLUMNS, rows) }
  })
}
