import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { auditChains } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Cell, cellState } from '@/domain/judging/cell-state'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { seatOf } from '../ranking/jury-place'
import { cellOf, type JuryRecord, juryRecord, juryRecords } from './jury-record'
import { expectedSheets } from './missing-ballots'

export interface JurorProgress {
  readonly id: string
  readonly office: string
  /** Ballots submitted, of those that are asked for. */
  readonly sent: number
  readonly expected: number
  /** ISO, UTC. */
  readonly lastSeenAt: string | null
  /** Marks known to be waiting on the juror's device. */
  readonly waiting: number
  /** When the juror was last asked for the missing ballots: ISO, UTC. */
  readonly nudgedAt: string | null
  /** By entry; an entry not on this juror's panel is missing. */
  readonly cells: Readonly<Record<string, Cell>>
}

/** How far scoring has come: counts and states, never a mark. `jurors` holds only those whose row the actor may see. */
export interface Progress {
  /** Marks given and asked for, on weighted criteria. */
  readonly done: number
  readonly total: number
  /** Ballots answered for, and all that are asked for. */
  readonly ballots: { readonly done: number; readonly total: number }
  readonly jurors: readonly JurorProgress[]
}

/**
 * An event's progress as this actor may see it: the jury desk all rows, a juror the own one and its counts, who stands
 * above the event the sums.
 */
export async function progressOf(actor: Actor, eventId: string): Promise<Progress | Refusal> {
  const found = await findEventById(eventId)
  if (!found) return refuse('not-found')
  const juror = seatOf(actor, eventId)
  const no = can(actor, 'see-progress', { event: found.facts, juror }, now())
  if (no) return no
  const record = await juryRecord(eventId)
  if (!can(actor, 'see-desk', { event: found.facts }, now())) return summarize(record)
  if (juror === undefined) return { ...summarize(record), jurors: [] }
  const own = (await juryRecords(eventId)).find(({ jurors }) => jurors.some(({ id }) => id === juror))
  return summarize(own ?? record, juror)
}

/** A conflict that stood before the panel was assigned: no sheet exists. */
const APART: Cell = { state: 'conflict', given: 0 }

/** The progress of all jurors, or of one alone. */
export function summarize(record: JuryRecord, only?: string): Progress {
  const expected = expectedSheets(record).filter(({ juror }) => only === undefined || juror === only)
  const cells = new Map(
    record.sheets.map((sheet) => [
      cellOf(sheet),
      cellState(record.criteria, { ...sheet, setAside: sheet.setAside !== null }),
    ]),
  )
  const apart = new Set(record.conflicts.map(cellOf))
  const perSheet = record.criteria.filter(({ kind }) => kind === 'weighted').length
  // A ballot that was recused or is absent asks for no marks any more.
  const asked = expected.filter(({ status }) => status === 'draft' || status === 'submitted')
  const jurors = record.jurors.filter(
    ({ id, voting, seated }) => voting && seated && (only === undefined || id === only),
  )
  return {
    done: asked.reduce((sum, sheet) => sum + (cells.get(cellOf(sheet))?.given ?? 0), 0),
    total: asked.length * perSheet,
    ballots: {
      done: expected.filter(({ status }) => status !== 'draft').length,
      total: expected.length,
    },
    jurors: jurors.map(({ id, office, lastSeenAt, waiting, nudgedAt }) => ({
      id,
      office,
      sent: asked.filter(({ juror, status }) => juror === id && status === 'submitted').length,
      expected: asked.filter(({ juror }) => juror === id).length,
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      waiting,
      nudgedAt: nudgedAt?.toISOString() ?? null,
      cells: Object.fromEntries(
        record.entries.flatMap(({ id: entry }) => {
          const key = cellOf({ juror: id, entry })
          const cell = cells.get(key) ?? (apart.has(key) ? APART : undefined)
          return cell ? [[entry, cell]] : []
        }),
      ),
    })),
  }
}

/** A number that grows with every change of the event, cheap enough to ask each second. */
export async function progressVersion(eventId: string): Promise<number> {
  const [chain] = await (await db())
    .select({ ordinal: auditChains.ordinal })
    .from(auditChains)
    .where(eq(auditChains.chain, eventId))
  return chain?.ordinal ?? 0
}
