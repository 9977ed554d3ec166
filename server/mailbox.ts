import 'server-only'
import { desc } from 'drizzle-orm'
import { db } from '@/db/client'
import { outbox } from '@/db/schema'
import { isDemo } from './env'
import { renderMail } from './render-mail'

const SHOWN = 100

/** Whether the mail can be read on a page: in the demo and in development, never where people are real. */
export const showsMailbox = () => isDemo() || process.env.NODE_ENV === 'development'

export interface ShownMail {
  readonly id: string
  readonly to: string
  readonly template: string
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly lastError: string | null
  /** Null when the template is unknown. */
  readonly words: { readonly subject: string; readonly text: string } | null
  readonly code: string | null
  /** Paths of this site named in the mail. */
  readonly link: string | null
}

/** The newest mails of the outbox in words. */
export async function mailbox(): Promise<ShownMail[]> {
  const rows = await (await db()).select().from(outbox).orderBy(desc(outbox.createdAt)).limit(SHOWN)
  return rows.map((row) => ({
    id: row.id,
    to: row.toAddress,
    template: row.template,
    createdAt: row.createdAt,
    sentAt: row.sentAt,
    lastError: row.lastError,
    words: wordsOf(row),
    code: textOf(row.values.code),
    link: textOf(row.values.link),
  }))
}

function wordsOf(row: typeof outbox.$inferSelect): ShownMail['words'] {
  try {
    return renderMail(row)
  } catch {
    return null
  }
}

const textOf = (value: string | number | undefined) => (value === undefined ? null : String(value))
