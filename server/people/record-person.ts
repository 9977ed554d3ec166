import 'server-only'
import { transaction } from '@/db/client'
import { offices, personEmails, persons } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

export interface NewPerson {
  /** The event the person has to do with; whoever may give roles there writes them down. */
  readonly event: string
  readonly givenName: string
  readonly familyName?: string
  readonly email?: string
  readonly office?: { organization: string; title: string }
}

/** Writes down someone an event has to do with who did not register: a juror, a guest, a partner's colleague. */
export async function recordPerson(
  actor: Actor,
  input: NewPerson,
): Promise<{ person: string; office?: string } | Refusal> {
  const found = await findEventById(input.event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'grant-event-role', { event: found.facts }, now())
  if (no) return no
  return transaction(async (tx) => {
    const { givenName, familyName = '', email, office } = input
    const [person] = await tx.insert(persons).values({ givenName, familyName, createdAt: now() }).returning()
    if (!person) throw new Error('The person was not written')
    if (email) await tx.insert(personEmails).values({ email: email.toLowerCase(), personId: person.id })
    const [held] = office
      ? await tx
          .insert(offices)
          .values({ personId: person.id, organizationId: office.organization, title: office.title })
          .returning()
      : []
    await record({
      actor,
      action: 'record-person',
      object: { kind: 'person', id: person.id },
      event: input.event,
    })
    return { person: person.id, office: held?.id }
  })
}
