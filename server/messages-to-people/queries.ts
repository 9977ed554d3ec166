import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { outbox } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { MAX_ATTEMPTS } from '../mail-worker'

const SHOWN = 200

export interface LoggedMail {
  readonly id: string
  readonly to: string
  readonly template: string
  readonly subject: string | null
  readonly at: Date
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly why: string | null
}

/** The newest mails of an event with what became of each; for its organizer, else refused. */
export async function mailLog(actor: Actor, event: string): Promise<LoggedMail[] | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'write-to-participants', { event: found.facts }, now())
  if (no) return no
  const rows = await (await db())
    .select()
    .from(outbox)
    .where(eq(outbox.eventId, event))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(SHOWN)
  return rows.map(({ id, toAddress, template, values, createdAt, sentAt, lastError, attempts }) => ({
    id,
    to: toAddress,
    template,
    subject: template === 'message' ? String(values.subject) : null,
    at: sentAt ?? createdAt,
    // One that went out with an error may have arrived or not, and is not tried again.
    state: sentAt ? (lastError ? 'failed' : 'sent') : attempts < MAX_ATTEMPTS ? 'waiting' : 'failed',
    why: lastError,
  }))
}
