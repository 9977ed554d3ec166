import 'server-only'
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { outbox, personEmails, persons } from '@/db/schema'
import type { MailTemplate } from '@/domain/messages/mail-templates'
import { LANGUAGES, type Language } from '@/domain/people/languages'
import { realNow } from './clock'

export interface Mail {
  readonly to: string
  readonly template: MailTemplate
  readonly values: Record<string, string | number>
  /** The same key is never sent twice. */
  readonly dedupeKey?: string
  /** The event whose log it stands in. */
  readonly event?: string
  /** The message to a segment it is a copy of: one for each address. */
  readonly message?: string
  /** For an address nobody has proven yet: the language of who causes the mail. */
  readonly language?: Language | null
}

/**
 * Puts a mail into the outbox, in the transaction of the change that causes it; it leaves after the commit. It is in the
 * language of the person whose address it is, once they have been here; else in `language`, else in what a list said of
 * them, else in English.
 */
export async function enqueueMail(mail: Mail): Promise<void> {
  const { to, template, values, dedupeKey, event, message, language } = mail
  const at = realNow()
  await (await db())
    .insert(outbox)
    .values({
      toAddress: to,
      template,
      locale: sql`coalesce(
        ${languageAt(to, isNotNull(personEmails.confirmedAt))}, ${language ?? null}, ${languageAt(to)}, ${LANGUAGES[0]})`,
      values,
      dedupeKey,
      eventId: event,
      messageId: message,
      createdAt: at,
      notBefore: at,
    })
    .onConflictDoNothing()
}

const languageAt = (address: string, when?: SQL) => sql`(select ${persons.locale} from ${persons}
  join ${personEmails} on ${personEmails.personId} = ${persons.id}
  where ${and(eq(personEmails.email, sql`lower(${address})`), when)})`
