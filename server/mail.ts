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
}

/** Puts a mail into the outbox, in the transaction of the change that causes it; it leaves after the commit. */
export async function enqueueMail({ to, template, values, dedupeKey }: Mail): Promise<void> {
  const at = realNow()
  await (await db())
    .insert(outbox)
    .values({ toAddress: to, template, values, dedupeKey, createdAt: at, notBefore: at })
    .onConflictDoNothing()
}
