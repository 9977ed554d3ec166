import 'server-only'
import { and, asc, eq, isNull, lt, lte, sql } from 'drizzle-orm'
import nodemailer, { type Transporter } from 'nodemailer'
import { db } from '@/db/client'
import { outbox } from '@/db/schema'
import { MAX_ATTEMPTS } from '@/domain/messages/mail-state'
import { realNow } from './clock'
import { env, isDemo } from './env'
import { renderMail } from './render-mail'

const IDLE_MS = 1_000
const BACK_OFF_MS = 30_000

type OutboxRow = typeof outbox.$inferSelect

/** Whether mail leaves this installation. In the demo and without SMTP_URL it stays for the mailbox page to show. */
export const mailLeaves = () => !isDemo() && env().SMTP_URL !== undefined

const worker = globalThis as typeof globalThis & { apogeeMailWorker?: NodeJS.Timeout }

/** Starts the one worker of this process, if mail leaves at all. */
export function startMailWorker(): void {
  const { SMTP_URL } = env()
  if (!mailLeaves() || SMTP_URL === undefined || worker.apogeeMailWorker) return
  const transport = nodemailer.createTransport(SMTP_URL)
  const turn = async () => {
    const busy = await sendNext(transport).catch((error) => {
      console.error('Mail could not be sent:', error instanceof Error ? error.message : error)
      return false
    })
    worker.apogeeMailWorker = setTimeout(turn, busy ? 0 : IDLE_MS).unref()
  }
  worker.apogeeMailWorker = setTimeout(turn, 0).unref()
}

/**
 * Sends the oldest mail that is due. It is taken (marked as sent) before it leaves and given back only when the
 * server surely did not accept it, so that no crash and no second worker can send it twice.
 * @returns whether there was one
 */
export async function sendNext(transport: Transporter): Promise<boolean> {
  const mail = await take()
  if (!mail) return false
  try {
    await transport.sendMail(messageOf(mail))
  } catch (error) {
    await (surelyUnsent(error) ? giveBack(mail, error) : note(mail, error))
  }
  return true
}

async function take(): Promise<OutboxRow | undefined> {
  const database = await db()
  const due = database
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isNull(outbox.sentAt), lte(outbox.notBefore, realNow()), lt(outbox.attempts, MAX_ATTEMPTS)))
    .orderBy(asc(outbox.createdAt))
    .limit(1)
    .for('update', { skipLocked: true })
  const [taken] = await database
    .update(outbox)
    .set({ sentAt: realNow(), attempts: sql`${outbox.attempts} + 1`, lastError: null })
    .where(eq(outbox.id, sql`(${due})`))
    .returning()
  return taken
}

/** Addresses and names go in as data, never as a header line of our own making. */
function messageOf(mail: OutboxRow) {
  if (!/^[^\s,;<>"()[\]\\]+@[^\s,;<>"()[\]\\@]+$/.test(mail.toAddress)) throw new Error('not one address')
  const { subject, text } = renderMail(mail)
  return {
    from: env().MAIL_FROM,
    to: { name: '', address: mail.toAddress },
    subject,
    text,
    messageId: `<${mail.id}@${env().MAIL_FROM.match(/@([\w.-]+)/)?.[1] ?? 'localhost'}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

/** Unless the connection broke while the text was on its way, the mail was not accepted. */
function surelyUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return true
  const { command, responseCode } = error as Error & { command?: string; responseCode?: number }
  return command !== 'DATA' || responseCode !== undefined
}

async function giveBack(mail: OutboxRow, error: unknown): Promise<void> {
  const wait = BACK_OFF_MS * 2 ** (mail.attempts - 1)
  await (await db())
    .update(outbox)
    .set({ sentAt: null, notBefore: new Date(realNow().getTime() + wait), lastError: reason(error) })
    .where(eq(outbox.id, mail.id))
}

async function note(mail: OutboxRow, error: unknown): Promise<void> {
  await (await db())
    .update(outbox)
    .set({ lastError: reason(error) })
    .where(eq(outbox.id, mail.id))
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500)
