import 'server-only'
import type { SentMark } from '@/domain/judging/receive-marks'
import { NOTE_KINDS, type NoteKind } from '@/domain/judging/states'
import { type Refusal, refuse } from '@/domain/refusal'
import { isUuid } from '../events/find-event'
import type { BallotChange } from './set-ballot-status'
import type { SentNote } from './write-note'

export const MOST_MARKS = 10_000
/** As many marks as that, written at length, are nearly all of it. */
const MOST_BYTES = 4 * 1024 * 1024
const LATEST_YEAR = 9999
const MOST_WAITING = 10_000

/** The final a juror's device writes to. */
export interface Place {
  readonly edition: string
  readonly event: string
}

type Fields = Readonly<Record<string, unknown>>

/** What a request holds: its body's fields and, above them, the parts of its address. */
export type Asked<P extends Place = Place> = Fields & P

/** A request's body as an object. Refused `malformed` for anything else, `body-large` without reading on. */
export async function readBody({ body: sent }: { readonly body: Sent }): Promise<Fields | Refusal> {
  const text = await readUpTo(MOST_BYTES, sent)
  if (text === null) return refuse('body-large', { megabytes: MOST_BYTES / 1024 / 1024 })
  const body = parsed(text)
  return isFields(body) ? body : refuse('malformed', { name: 'body' })
}

type Sent = AsyncIterable<Uint8Array> | null

async function readUpTo(most: number, stream: Sent): Promise<string | null> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of stream ?? []) {
    bytes += part.length
    if (bytes > most) return null
    parts.push(part)
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A mark nobody can read: the id it came with, cut short, or null where it has none; the refusal names the field. */
export interface UnreadMark {
  readonly id: string | null
  readonly refusal: Refusal
}

/** The marks of a request, those that can be read beside those that cannot. */
export interface ReadMarks extends Place {
  readonly marks: readonly SentMark[]
  readonly unread: readonly UnreadMark[]
  /** How many marks the device holds beyond these. */
  readonly waiting: number | undefined
}

/**
 * The marks of a request, each on its own: one that is malformed stops no other, and its value is for `receiveMarks`.
 * Refused `malformed` where none of them is a mark, and `marks-many` beyond `MOST_MARKS`.
 */
export function readMarks({ edition, event, marks, waiting }: Asked): ReadMarks | Refusal {
  if (!Array.isArray(marks)) return malformed('marks')
  if (marks.length > MOST_MARKS) return refuse('marks-many', { field: 'marks', max: MOST_MARKS })
  const read: SentMark[] = []
  const unread: UnreadMark[] = []
  for (const [index, mark] of marks.entries()) {
    const found = readMark(mark, `marks.${index}`)
    if ('refused' in found) unread.push({ id: idOf(mark), refusal: found })
    else read.push(found)
  }
  const [fault] = unread
  if (fault && read.length === 0) return fault.refusal
  return { edition, event, marks: read, unread, waiting: readCount(waiting) }
}

const LONGEST_ID = 100
const idOf = (mark: unknown) =>
  isFields(mark) && typeof mark.id === 'string' ? mark.id.slice(0, LONGEST_ID) : null

/** A count a device tells of itself; nothing for what is none, for no mark may fall with it. */
const readCount = (count: unknown) =>
  Number.isSafeInteger(count) ? Math.min(MOST_WAITING, Math.max(0, Number(count))) : undefined

function readMark(mark: unknown, place: string): SentMark | Refusal {
  if (!isFields(mark)) return malformed(place)
  const { id, entry, criterion, value, device, seq, replaces = null, at } = mark
  if (typeof id !== 'string' || !isUuid(id)) return malformed(`${place}.id`)
  if (typeof entry !== 'string') return malformed(`${place}.entry`)
  if (typeof criterion !== 'string') return malformed(`${place}.criterion`)
  if (value === undefined) return malformed(`${place}.value`)
  if (typeof device !== 'string' || !/^[\w.:-]{1,100}$/.test(device)) return malformed(`${place}.device`)
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq)) return malformed(`${place}.seq`)
  if (replaces !== null && !(typeof replaces === 'string' && isUuid(replaces))) {
    return malformed(`${place}.replaces`)
  }
  const made = readInstant(at)
  if (!made) return malformed(`${place}.at`)
  return {
    id: id.toLowerCase(),
    entry: entry.toLowerCase(),
    criterion: criterion.toLowerCase(),
    value,
    device,
    seq,
    replaces: replaces?.toLowerCase() ?? null,
    at: made,
  }
}

function readInstant(at: unknown): Date | null {
  if (typeof at !== 'string' && typeof at !== 'number') return null
  const instant = new Date(at)
  const year = instant.getUTCFullYear()
  return year >= 1970 && year <= LATEST_YEAR ? instant : null
}

/** A note of a request. */
export function readNote({ edition, event, id, entry, kind, text }: Asked): SentNote | Refusal {
  if (typeof id !== 'string' || !isUuid(id)) return malformed('id')
  if (typeof entry !== 'string') return malformed('entry')
  if (!isNoteKind(kind)) return refuse('note-kind', { field: 'kind' })
  // PostgreSQL keeps no NUL.
  if (typeof text !== 'string' || text.includes('\0')) return malformed('text')
  return { edition, event, id: id.toLowerCase(), entry, kind, text }
}

/** What a request asks of a ballot. */
export function readBallot(asked: Asked<Place & { readonly entry: string }>): BallotChange | Refusal {
  const { edition, event, entry, status, reason } = asked
  if (status !== 'submitted' && status !== 'recused' && status !== 'draft') {
    return refuse('ballot-status', { field: 'status' })
  }
  if (reason !== undefined && reason !== null && (typeof reason !== 'string' || reason.includes('\0'))) {
    return malformed('reason')
  }
  return { edition, event, entry, status, reason: reason ?? undefined }
}

const malformed = (field: string) => refuse('malformed', { field, name: field })
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNoteKind = (kind: unknown): kind is NoteKind => NOTE_KINDS.some((known) => known === kind)
