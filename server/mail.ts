import 'server-only'
import { db } from '@/db/client'
import { outbox } from '@/db/schema'
import { realNow } from './clock'

export interface Mail {
  readonly to: string
  /** A template of messages/<locale>/mail.json. */
  readonly template: string
  readonly values: Record<string, string | number>
  /** The same key is never sent twice. */
  readonly dedupeKey?: string
  /** The event whose log it stands in. */
  readonly event?: string
  /** The message to a segment it is a copy of: one for each address. */
  readonly message?: string
}

/** Puts a mail into the outbox, in the transaction of the change that causes it; it leaves after the commit. */
export async function enqueueMail({ to, template, values, dedupeKey, event, message }: Mail): Promise<void> {
  const at = realNow()
  await (await db())
    .insert(outbox)
    .values({
      toAddress: to,
      template,
      values,
      dedupeKey,
      eventId: event,
      messageId: message,
      createdAt: at,
      notBefore: at,
    })
    .onConflictDoNothing()
}
