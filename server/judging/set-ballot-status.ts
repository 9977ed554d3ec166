import 'server-only'
import { uuidv7 } from 'uuidv7'
import { type Database, transaction } from '@/db/client'
import { currentMarks, marks } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { cellOf } from '@/domain/judging/receive-marks'
import type { BallotState } from '@/domain/judging/states'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { takeTurn } from '../audit'
import { now } from '../clock'
import { findEvent, isUuid } from '../events/find-event'
import { keepInJournal } from '../journal/keep'
import { notePresence } from './note-presence'
import { readSheet } from './read-sheet'
import { refillPanel } from './refill-panel'
import { seatOf } from './seat-of'
import { writeBallotStatus } from './write-ballot-status'
import { writtenReason } from './written-reason'

export interface BallotChange {
  readonly edition: string
  readonly event: string
  readonly entry: string
  readonly status: 'submitted' | 'recused' | 'draft'
  /** Why the juror cannot judge; needed to recuse. */
  readonly reason?: string
}

/**
 * Submits the juror's own ballot, recuses from it, or reopens it, until scoring closes. Submitting needs a mark on each
 * weighted criterion (refused `ballot-incomplete`, naming the first without one) and records the answer at each gate
 * that has none: pass. Asking for the status it has changes nothing.
 */
export async function setBallotStatus(
  actor: Actor,
  { edition, event, entry, status, reason }: BallotChange,
): Promise<{ entry: string; status: BallotState } | Refusal> {
  const found = await findEvent(edition, event)
  if (!found || !isUuid(entry)) return refuse('not-found')
  const seat = seatOf(actor, found.event.id)
  const no = can(
    actor,
    'save-marks',
    { event: { ...found.facts, phase: 'judging' }, juror: seat?.juror },
    now(),
  )
  if (no) return no
  if (!seat) return refuse('not-found')
  const why = status === 'recused' ? writtenReason(reason) : null
  if (isRefusal(why)) return why
  const place = { eventId: found.event.id, jurorId: seat.juror }

  return transaction(async (tx) => {
    const turn = await takeTurn(place.eventId)
    const read = await readSheet(actor, { edition, event }, { entryIds: [entry] })
    const [ballot] = read?.ballots ?? []
    if (!read || !ballot) return refuse('not-found')
    const { facts, presence, criteria, sheet } = read
    const untimely = can(actor, 'save-marks', { event: facts, juror: seat.juror }, now())
    if (untimely) return untimely
    if (ballot.conflicted) return refuse('entry-conflicted', { field: 'entry' })
    if (ballot.status === 'absent') return refuse('ballot-absent')
    if (ballot.status === status && status !== 'recused') return { entry, status }
    const held = (criterion: string) => sheet.current.get(cellOf({ entry, criterion }))
    if (status === 'submitted') {
      const missing = criteria.find(
        ({ id, kind }) => kind === 'weighted' && (held(id)?.value ?? null) === null,
      )
      if (missing || criteria.length === 0) {
        return refuse('ballot-incomplete', { field: missing?.id, criterion: missing?.name ?? '' })
      }
      const silent = criteria.filter(({ id, kind }) => kind === 'gate' && !held(id))
      for (const gate of silent) await answerGate(tx, place, entry, gate)
    }
    const before = { ...ballot, juror: seat.juror }
    await writeBallotStatus(actor, place.eventId, before, { status, reason: why }, turn)
    if (status === 'recused') await refillPanel(place.eventId, actor)
    await notePresence(seat.juror, presence)
    return { entry, status }
  })
}

/** The gate stands on pass: submitting without an objection says so in the record. */
async function answerGate(
  tx: Database,
  { eventId, jurorId }: { eventId: string; jurorId: string },
  entryId: string,
  { id, min, max }: { id: string; min: number; max: number },
): Promise<void> {
  const at = now()
  const cell = { jurorId, entryId, criterionId: id }
  const mark = { ...cell, id: uuidv7(), value: max, scaleMin: min, scaleMax: max, device: 'ballot', seq: 0 }
  const written = await tx
    .insert(marks)
    .values({ ...mark, madeAt: at, receivedAt: at })
    .returning()
  const currently = { ...cell, markId: mark.id }
  await tx.insert(currentMarks).values(currently).onConflictDoNothing()
  keepInJournal(eventId, { marks: written, currentMarks: [currently] })
}
