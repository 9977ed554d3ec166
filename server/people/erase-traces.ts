import 'server-only'
import { and, eq, inArray, isNull, like, notInArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  boardCards,
  guardianConsents,
  importDrafts,
  importLines,
  joinRequests,
  jurorLinks,
  jurors,
  notes,
  offices,
  outbox,
  personEmails,
  persons,
  presences,
  quotes,
  rateLimits,
  registrations,
  roleGrants,
  sessions,
  signInCodes,
  unsubscribes,
} from '@/db/schema'
import { now, realNow } from '../clock'

/** The key of the mail that tells a captain who asks to join. */
export const joinAskedMail = (request: string) => `join-asked ${request}`

/** How the key of a mail to a registration's guardian begins; the registration's id follows. */
export const GUARDIAN_MAIL = 'guardian:'

/**
 * Takes all that tells who a person is out of the database, in the caller's transaction. The rows that figures, ballots
 * and seals stand on stay, with an id and no name.
 */
export async function eraseTraces(personId: string): Promise<void> {
  const tx = await db()
  await eraseAddresses(personId)
  await eraseRegistrations(personId)
  await eraseRequests(personId)
  await eraseWork(personId)
  await tx.update(sessions).set({ revokedAt: realNow(), device: null }).where(eq(sessions.personId, personId))
  await tx
    .update(roleGrants)
    .set({ revokedAt: now(), revokedBy: personId })
    .where(and(eq(roleGrants.personId, personId), isNull(roleGrants.revokedAt)))
  await tx
    .update(persons)
    .set({ givenName: '', familyName: '', locale: 'en', timeZone: null, erasedAt: now() })
    .where(eq(persons.id, personId))
}

/** Addresses, the codes and mail sent to them, and how often they were tried. */
async function eraseAddresses(personId: string): Promise<void> {
  const tx = await db()
  const own = await tx
    .delete(personEmails)
    .where(eq(personEmails.personId, personId))
    .returning({ email: personEmails.email })
  const emails = own.map(({ email }) => email)
  if (emails.length === 0) return
  await tx.delete(signInCodes).where(inArray(signInCodes.email, emails))
  await tx.delete(outbox).where(inArray(sql`lower(${outbox.toAddress})`, emails))
  for (const email of emails)
    await tx.delete(rateLimits).where(sql`position(${email} in ${rateLimits.key}) > 0`)
}

/** What was said with one's registrations, or the one for an event: of one's studies, to the board, about a guardian, by mail. */
export async function eraseRegistrations(personId: string, event?: string): Promise<void> {
  const tx = await db()
  const chosen = and(
    eq(registrations.personId, personId),
    event === undefined ? undefined : eq(registrations.eventId, event),
  )
  const own = await tx
    .update(registrations)
    .set({ programme: null, studyYear: null, bornOn: null })
    .where(chosen)
    .returning({ id: registrations.id })
  const ids = own.map(({ id }) => id)
  if (ids.length === 0) return
  if (event !== undefined) await eraseMail(personId, event)
  await tx.update(importLines).set({ before: null }).where(inArray(importLines.registrationId, ids))
  await tx.delete(boardCards).where(inArray(boardCards.registrationId, ids))
  for (const id of ids) await tx.delete(outbox).where(like(outbox.dedupeKey, `${GUARDIAN_MAIL}${id}:%`))
  await tx
    .update(guardianConsents)
    .set({ name: '', email: '', erasedAt: now() })
    .where(and(inArray(guardianConsents.registrationId, ids), isNull(guardianConsents.erasedAt)))
}

/** The mail of one event to a person who keeps their address for another. */
async function eraseMail(personId: string, event: string): Promise<void> {
  const tx = await db()
  const own = tx
    .select({ email: personEmails.email })
    .from(personEmails)
    .where(eq(personEmails.personId, personId))
  await tx.delete(outbox).where(and(eq(outbox.eventId, event), inArray(sql`lower(${outbox.toAddress})`, own)))
}

/** What was written to captains, and the mail that told them; a request nobody has answered ends. */
async function eraseRequests(personId: string): Promise<void> {
  const tx = await db()
  const own = await tx
    .update(joinRequests)
    .set({ message: null })
    .where(eq(joinRequests.personId, personId))
    .returning({ id: joinRequests.id })
  const mails = own.map(({ id }) => joinAskedMail(id))
  if (mails.length > 0) await tx.delete(outbox).where(inArray(outbox.dedupeKey, mails))
  await tx
    .delete(joinRequests)
    .where(and(eq(joinRequests.personId, personId), isNull(joinRequests.answeredAt)))
}

/** Offices that no quote or presence stands on, private notes, links to seats, lists that were being checked. */
async function eraseWork(personId: string): Promise<void> {
  const tx = await db()
  const seats = tx.select({ id: jurors.id }).from(jurors).where(eq(jurors.personId, personId))
  await tx
    .update(jurorLinks)
    .set({ revokedAt: now(), claimedDevice: null })
    .where(inArray(jurorLinks.jurorId, seats))
  await tx.delete(notes).where(and(inArray(notes.jurorId, seats), eq(notes.kind, 'private')))
  const quoted = tx
    .select({ id: sql<string>`${quotes.officeId}` })
    .from(quotes)
    .where(sql`${quotes.officeId} is not null`)
  const present = tx
    .select({ id: sql<string>`${presences.officeId}` })
    .from(presences)
    .where(sql`${presences.officeId} is not null`)
  await tx
    .delete(offices)
    .where(
      and(eq(offices.personId, personId), notInArray(offices.id, quoted), notInArray(offices.id, present)),
    )
  await tx.delete(unsubscribes).where(eq(unsubscribes.personId, personId))
  await tx.delete(importDrafts).where(eq(importDrafts.personId, personId))
}
