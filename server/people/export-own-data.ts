import 'server-only'
import { asc, eq, getTableColumns, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  acknowledgements,
  boardCards,
  checkIns,
  consents,
  delegationMembers,
  events,
  guardianConsents,
  joinRequests,
  jurors,
  marks,
  notes,
  offices,
  organizations,
  outbox,
  personEmails,
  persons,
  presences,
  registrations,
  roleGrants,
  sessions,
  submissions,
  teamMembers,
  teams,
  unsubscribes,
} from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'

/** All that is kept of one person, for themselves, to be read by people and machines. Refused `sign-in`, `not-allowed`. */
export async function exportOwnData(actor: Actor): Promise<Awaited<ReturnType<typeof dataOf>> | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  const no = can(actor, 'export-own-data', { person: personId }, now())
  if (no) return no
  const data = await dataOf(personId)
  await record({ actor, action: 'export-own-data', object: { kind: 'person', id: personId } })
  return data
}

async function dataOf(personId: string) {
  const tx = await db()
  const { linkHash: _hash, ...guardian } = getTableColumns(guardianConsents)
  const own = tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.personId, personId))
  const seats = tx.select({ id: jurors.id }).from(jurors).where(eq(jurors.personId, personId))
  const addresses = await tx.select().from(personEmails).where(eq(personEmails.personId, personId))
  const emails = addresses.map(({ email }) => email)
  const [person] = await tx.select().from(persons).where(eq(persons.id, personId))
  return {
    format: 'apogee-own-data-1',
    person,
    addresses,
    registrations: await tx
      .select({ event: events.name, institution: organizations.name, ...getTableColumns(registrations) })
      .from(registrations)
      .innerJoin(events, eq(events.id, registrations.eventId))
      .leftJoin(organizations, eq(organizations.id, registrations.institutionId))
      .where(eq(registrations.personId, personId)),
    guardians: await tx
      .select(guardian)
      .from(guardianConsents)
      .where(inArray(guardianConsents.registrationId, own)),
    consents: await tx
      .select()
      .from(consents)
      .where(eq(consents.personId, personId))
      .orderBy(asc(consents.at)),
    checkIns: await tx.select().from(checkIns).where(inArray(checkIns.registrationId, own)),
    boardCards: await tx.select().from(boardCards).where(inArray(boardCards.registrationId, own)),
    teams: await tx
      .select({ name: teams.name, ...getTableColumns(teamMembers) })
      .from(teamMembers)
      .innerJoin(teams, eq(teams.id, teamMembers.teamId))
      .where(eq(teamMembers.personId, personId)),
    joinRequests: await tx.select().from(joinRequests).where(eq(joinRequests.personId, personId)),
    acknowledgements: await tx.select().from(acknowledgements).where(eq(acknowledgements.personId, personId)),
    submissions: await tx.select().from(submissions).where(eq(submissions.submittedBy, personId)),
    delegations: await tx.select().from(delegationMembers).where(eq(delegationMembers.personId, personId)),
    seats: await tx.select().from(jurors).where(eq(jurors.personId, personId)),
    marks: await tx.select().from(marks).where(inArray(marks.jurorId, seats)).orderBy(asc(marks.madeAt)),
    notes: await tx.select().from(notes).where(inArray(notes.jurorId, seats)),
    offices: await tx.select().from(offices).where(eq(offices.personId, personId)),
    presences: await tx.select().from(presences).where(eq(presences.personId, personId)),
    roles: await tx.select().from(roleGrants).where(eq(roleGrants.personId, personId)),
    sessions: await tx
      .select({ createdAt: sessions.createdAt, expiresAt: sessions.expiresAt, device: sessions.device })
      .from(sessions)
      .where(eq(sessions.personId, personId)),
    unsubscribes: await tx.select().from(unsubscribes).where(eq(unsubscribes.personId, personId)),
    // What a mail said is not repeated: it may hold a code that still works.
    mail: emails.length
      ? await tx
          .select({ to: outbox.toAddress, template: outbox.template, sentAt: outbox.sentAt })
          .from(outbox)
          .where(inArray(outbox.toAddress, emails))
      : [],
  }
}
