import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { messages } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { fill, oneLine, unknownPlaceholder } from '@/domain/messages/fill'
import { SEGMENTS, type Segment } from '@/domain/messages/segments'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { baseUrl } from '../env'
import { type FoundEvent, findEventById } from '../events/find-event'
import { enqueueMail } from '../mail'
import { addressesOf } from '../people/queries'
import { type Recipient, recipientsOf } from './recipients'
import { unsubscribeLink } from './unsubscribe'

export interface Written {
  /** The page's own id of it: however often it is pressed, it is sent once. */
  readonly message: string
  readonly event: string
  readonly segment: Segment
  readonly subject: string
  readonly text: string
  readonly act: 'preview' | 'test' | 'send'
  /** The digest of the preview that was read before it is sent. */
  readonly previewed?: string
}

export interface MessageAnswer {
  readonly act: Written['act']
  /** What it is of, as it was typed. */
  readonly of: Pick<Written, 'segment' | 'subject' | 'text'>
  /** Stands for the part, the words and how many they reach: only the same is sent. */
  readonly digest: string
  readonly recipients: number
  /** As the first recipient reads it. */
  readonly preview: { readonly to: string; readonly subject: string; readonly text: string } | null
}

/**
 * Shows a message as its first recipient will read it, sends it to its writer alone, or sends it to everybody of the
 * segment: then once each, together with the record of it, and only what a preview showed. Refused `message-empty`,
 * `placeholder-unknown`, `message-nobody`, and `preview-stale` where nobody has seen it as it would go out.
 */
export async function writeMessage(actor: Actor, written: Written): Promise<MessageAnswer | Refusal> {
  const found = await findEventById(written.event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'write-to-participants', { event: found.facts }, now())
  if (no) return no
  const by = actor.personId
  if (by === null) return refuse('sign-in')
  const { message: id, event, segment, act } = written
  if (!SEGMENTS.includes(segment)) return refuse('choice-unknown', { field: 'segment', name: 'segment' })
  const of = { segment, subject: written.subject, text: written.text.replaceAll(/\r\n?/g, '\n') }
  const sent = act === 'send' ? await sentBefore(id, event) : null
  if (sent !== null) return { act, of, digest: '', recipients: sent, preview: null }
  const subject = oneLine(of.subject)
  const text = of.text.trim()
  for (const [field, words] of Object.entries({ subject, text })) {
    if (!words) return refuse('message-empty', { field })
    const unknown = unknownPlaceholder(words)
    if (unknown) return refuse('placeholder-unknown', { field, unknown })
  }
  const people = await recipientsOf(event, segment)
  const [first] = people
  if (!first) return refuse('message-nobody', { field: 'segment' })
  const values = (to: Recipient) => wordsFor(found, { subject, text }, to)
  const { unsubscribe: _, event: __, ...words } = values(first)
  const digest = digestOf(segment, subject, text, people.length)
  const answer = { act, of, digest, recipients: people.length, preview: { to: first.name, ...words } }
  if (act === 'preview') return answer
  if (act === 'send' && written.previewed !== digest) return refuse('preview-stale')
  return transaction(async (tx) => {
    if (act === 'test') {
      const [to] = await addressesOf(by)
      // The first recipient's link would end their messages.
      const own = { ...values(first), unsubscribe: unsubscribeLink(by, event) }
      if (to) await enqueueMail({ to, template: 'message', values: own, event })
      return answer
    }
    const [made] = await tx
      .insert(messages)
      .values({
        id,
        eventId: event,
        segment,
        subject: { en: subject },
        text: { en: text },
        writtenAt: now(),
        writtenBy: by,
        sentAt: now(),
        recipients: people.length,
      })
      .onConflictDoNothing()
      .returning()
    if (!made) return answer
    for (const to of people)
      await enqueueMail({ to: to.email, template: 'message', values: values(to), event, message: id })
    const details = { segment, recipients: people.length }
    await record({ actor, action: 'write-message', object: { kind: 'message', id }, event, details })
    return answer
  })
}

/** How many a message of this id went to, which a second press asks for again; null when it has not been sent. */
async function sentBefore(id: string, event: string): Promise<number | null> {
  const [row] = await (await db())
    .select({ recipients: messages.recipients })
    .from(messages)
    .where(and(eq(messages.id, id), eq(messages.eventId, event)))
  return row?.recipients ?? null
}

const digestOf = (...shown: readonly [segment: Segment, subject: string, text: string, recipients: number]) =>
  createHash('sha256').update(JSON.stringify(shown)).digest('base64url')

function wordsFor(
  { event }: FoundEvent,
  { subject, text }: { subject: string; text: string },
  to: Recipient,
) {
  const values = { name: to.name, team: to.team, event: event.name, link: `${baseUrl()}/me` }
  return {
    subject: oneLine(fill(subject, values)),
    text: fill(text, values),
    event: event.name,
    unsubscribe: unsubscribeLink(to.person, event.id),
  }
}
