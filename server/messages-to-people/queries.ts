import 'server-only'
import { desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { messages, outbox, persons } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type MailState, mailState, smtpCode } from '@/domain/messages/mail-state'
import { isMailTemplate, MAIL_TEMPLATES, type MailTemplate } from '@/domain/messages/mail-templates'
import type { Segment } from '@/domain/messages/segments'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

const SHOWN = 200

export interface LoggedMail {
  readonly id: string
  readonly template: MailTemplate
  /** Who it went to, where the organizer may see the address. */
  readonly to: string | null
  /** The student whose guardian it went to. */
  readonly guardianOf: string | null
  /** What the organizers themselves wrote over it. */
  readonly subject: string | null
  readonly at: Date
  readonly state: MailState
  readonly why: string | null
  /** When it is tried again. */
  readonly again: Date | null
}

/** The newest mails of an event with what became of each; for its organizer, else refused. */
export async function mailLog(actor: Actor, event: string): Promise<LoggedMail[] | Refusal> {
  const no = await mayNotRead(actor, event)
  if (no) return no
  const rows = await (await db())
    .select()
    .from(outbox)
    .where(eq(outbox.eventId, event))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(SHOWN)
  return rows.flatMap((row) => (isMailTemplate(row.template) ? [logged(row, row.template)] : []))
}

function logged(row: typeof outbox.$inferSelect, template: MailTemplate): LoggedMail {
  const { id, toAddress, values, createdAt, sentAt, notBefore, lastError } = row
  const state = mailState(row)
  const shown = MAIL_TEMPLATES[template]
  return {
    id,
    template,
    to: shown === 'address' ? toAddress : null,
    guardianOf: shown === 'guardian' ? String(values.student) : null,
    subject: template === 'message' ? String(values.subject) : null,
    at: sentAt ?? createdAt,
    state,
    // A mail server names the mailbox it refuses.
    why: shown === 'address' || lastError === null ? lastError : smtpCode(lastError),
    again: state === 'retrying' ? notBefore : null,
  }
}

export interface EarlierMessage {
  readonly id: string
  readonly segment: Segment
  readonly subject: string
  readonly text: string
  readonly sentAt: Date
  /** Empty once whoever wrote it is erased. */
  readonly by: string
  readonly recipients: number
}

/** What was written to an event's people, the newest first; for its organizer, else refused. */
export async function earlierMessages(actor: Actor, event: string): Promise<EarlierMessage[] | Refusal> {
  const no = await mayNotRead(actor, event)
  if (no) return no
  const rows = await (await db())
    .select({
      message: messages,
      by: sql<string>`trim(${persons.givenName} || ' ' || ${persons.familyName})`,
    })
    .from(messages)
    .innerJoin(persons, eq(persons.id, messages.writtenBy))
    .where(eq(messages.eventId, event))
    .orderBy(desc(messages.writtenAt), desc(messages.id))
    .limit(SHOWN)
  return rows.map(({ message: { id, segment, subject, text, sentAt, writtenAt, recipients }, by }) => ({
    ...{ id, segment, by, sentAt: sentAt ?? writtenAt, recipients: recipients ?? 0 },
    ...{ subject: firstOf(subject), text: firstOf(text) },
  }))
}

const firstOf = (words: Readonly<Record<string, string>>) => Object.values(words)[0] ?? ''

async function mayNotRead(actor: Actor, event: string): Promise<Refusal | null> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  return can(actor, 'write-to-participants', { event: found.facts }, now())
}
