import 'server-only'
import { eq, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { events } from '@/db/schema'
import type { Phase } from '@/domain/events/phases'
import { cellOf, type HeldMark, type Sheet } from '@/domain/judging/receive-marks'
import type { BallotState, CriterionKind } from '@/domain/judging/states'
import { GENESIS, type Turn } from '../audit'
import { now } from '../clock'

interface Facts {
  readonly end: Turn | null
  readonly phase: Phase
  readonly closedAt: string | null
  readonly seenAt: string | null
  readonly criteria: {
    id: string
    kind: CriterionKind
    name: string
    min: number
    max: number
    step: number
  }[]
  readonly ballots: {
    id: string
    entry: string
    status: BallotState
    conflicted: boolean
    changedAt: string
  }[]
  readonly current: (Omit<HeldMark, 'at'> & { at: string })[]
  readonly known: (Facts['current'][number] & { mine: boolean; late: boolean; contested: boolean })[]
}

const rows = <T>(query: SQL) => sql<T[]>`(select coalesce(json_agg(found), '[]'::json) from (${query}) found)`

const EVENT = sql.placeholder('event')
const JUROR = sql.placeholder('juror')
const ENTRIES = sql`${sql.placeholder('entries')}::uuid[]`
const MARKS = sql`${sql.placeholder('marks')}::uuid[]`

const HELD = sql`marks.id, marks.entry_id as entry, marks.criterion_id as criterion, marks.value, marks.device,
  marks.seq, marks.made_at as at`

const factsOfSheet = database
  .select({
    end: sql<Turn | null>`(select to_json(audit_chains) from audit_chains where chain = events.id::text)`,
    phase: sql<Phase>`coalesce((select phase from event_phases
      where event_id = events.id order by ordinal desc limit 1), 'draft')`,
    closedAt: sql<string | null>`(select entered_at from event_phases
      where event_id = events.id and phase = 'deliberation' order by ordinal desc limit 1)`,
    seenAt: sql<string | null>`(select last_seen_at from jurors where id = ${JUROR})`,
    criteria: rows<Facts['criteria'][number]>(
      sql`select id, kind, name, scale_min as min, scale_max as max, step from criteria
          where event_id = events.id and award_id is null order by position`,
    ),
    ballots: rows<Facts['ballots'][number]>(
      sql`select ballots.id, ballots.entry_id as entry, ballots.status, ballots.changed_at as "changedAt",
            exists (select from conflicts where juror_id = ballots.juror_id
              and entry_id = ballots.entry_id and lifted_at is null) as conflicted
          from ballots join entries on entries.id = ballots.entry_id
          where ballots.juror_id = ${JUROR} and ballots.entry_id = any(${ENTRIES})
            and entries.event_id = events.id and entries.withdrawn_at is null`,
    ),
    current: rows<Facts['current'][number]>(
      sql`select ${HELD} from current_marks join marks on marks.id = current_marks.mark_id
          where current_marks.juror_id = ${JUROR} and current_marks.entry_id = any(${ENTRIES})`,
    ),
    known: rows<Facts['known'][number]>(
      sql`select ${HELD}, marks.juror_id = ${JUROR} as mine, marks.late, marks.contested from marks
          where marks.id = any(${MARKS})`,
    ),
  })
  .from(events)
  .where(eq(events.id, EVENT))
  .prepare('facts-of-sheet')

/**
 * What the record holds of one juror's sheet, about these entries and these mark ids, in one statement. Who has taken
 * the event's turn before finds that nothing of it changes until the transaction ends; who has not writes with `end`.
 */
export async function readSheet(
  { eventId, jurorId }: { eventId: string; jurorId: string },
  { entryIds, markIds = [] }: { entryIds: readonly string[]; markIds?: readonly string[] },
) {
  const asked = { event: eventId, juror: jurorId, entries: entryIds, marks: markIds }
  const [facts] = await factsOfSheet.execute(asked)
  if (!facts) throw new Error(`No event ${eventId}`)
  const closed = ['deliberation', 'sealed', 'published', 'archived'].includes(facts.phase)
  const sheet: Sheet = {
    criteria: new Map(facts.criteria.map((criterion) => [criterion.id, criterion])),
    ballots: new Map(facts.ballots.map((ballot) => [ballot.entry, ballot])),
    current: new Map(facts.current.map((mark) => [cellOf(mark), dated(mark)])),
    known: new Map(facts.known.map((mark) => [mark.id, dated(mark)])),
    closed: closed ? { phase: facts.phase, at: new Date(facts.closedAt ?? 0) } : null,
    now: now(),
  }
  return {
    /** Where the event's chain ended when this was read. */
    end: facts.end ?? { chain: eventId, ordinal: 0, hash: GENESIS },
    phase: facts.phase,
    seenAt: facts.seenAt === null ? null : new Date(facts.seenAt),
    criteria: facts.criteria,
    ballots: facts.ballots,
    sheet,
  }
}

const dated = <T extends { at: string }>(mark: T) => ({ ...mark, at: new Date(mark.at) })
