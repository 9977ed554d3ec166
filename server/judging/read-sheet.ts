import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { listOf } from '@/db/rows'
import { editions, events, jurors } from '@/db/schema'
import type { Seat } from '@/domain/access/actor'
import { hasReached } from '@/domain/events/phases'
import { cellOf, type HeldMark, type Sheet } from '@/domain/judging/receive-marks'
import type { BallotState, CriterionKind } from '@/domain/judging/states'
import { GENESIS, type Turn } from '../audit'
import { now } from '../clock'
import { AT_ADDRESS, EVENT_FACTS } from '../events/find-event'
import type { Place } from './read-request'

interface Lists {
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
  readonly known: (Lists['current'][number] & { mine: boolean; late: boolean; contested: boolean })[]
}

const ENTRIES = sql`${sql.placeholder('entries')}::uuid[]`
const MARKS = sql`${sql.placeholder('marks')}::uuid[]`

const HELD = sql`marks.id, marks.entry_id as entry, marks.criterion_id as criterion, marks.value, marks.device,
  marks.seq, marks.made_at as at`

const factsOfSheet = database
  .select({
    end: sql<Turn | null>`(select to_json(audit_chains) from audit_chains where chain = events.id::text)`,
    facts: EVENT_FACTS,
    juror: jurors.id,
    presence: { seenAt: jurors.lastSeenAt, waiting: jurors.waiting },
    closedAt: sql<string | null>`(select entered_at from event_phases
      where event_id = events.id and phase = 'deliberation' order by ordinal desc limit 1)`,
    criteria: listOf<Lists['criteria'][number]>(
      sql`select id, kind, name, scale_min as min, scale_max as max, step from criteria
          where event_id = events.id and award_id is not distinct from jurors.award_id order by position`,
    ),
    ballots: listOf<Lists['ballots'][number]>(
      sql`select ballots.id, ballots.entry_id as entry, ballots.status, ballots.changed_at as "changedAt",
            exists (select from conflicts where juror_id = ballots.juror_id
              and entry_id = ballots.entry_id and lifted_at is null) as conflicted
          from ballots join entries on entries.id = ballots.entry_id
          where ballots.juror_id = jurors.id and ballots.entry_id = any(${ENTRIES})
            and entries.event_id = events.id and entries.withdrawn_at is null`,
    ),
    current: listOf<Lists['current'][number]>(
      sql`select ${HELD} from current_marks join marks on marks.id = current_marks.mark_id
          where current_marks.juror_id = jurors.id and current_marks.entry_id = any(${ENTRIES})`,
    ),
    known: listOf<Lists['known'][number]>(
      sql`select ${HELD}, marks.juror_id = jurors.id as mine, marks.late, marks.contested from marks
          where marks.id = any(${MARKS})`,
    ),
  })
  .from(events)
  .innerJoin(editions, eq(editions.id, events.editionId))
  .leftJoin(
    jurors,
    and(
      eq(jurors.eventId, events.id),
      isNull(jurors.unseatedAt),
      sql`${jurors.id} = any(${sql.placeholder('seats')}::uuid[])`,
    ),
  )
  .where(AT_ADDRESS)
  .prepare('facts-of-sheet')

/**
 * What the record holds of the actor's own sheet, about these entries and these mark ids, in one statement; null where
 * there is no event, and `juror` is null for who has no seat in it. Who has taken the event's turn before finds that
 * nothing of it changes until the transaction ends; who has not writes with `end`.
 */
export async function readSheet(
  { seats }: { readonly seats: readonly Pick<Seat, 'juror'>[] },
  { edition, event }: Place,
  { entryIds, markIds = [] }: { entryIds: readonly string[]; markIds?: readonly string[] },
) {
  const [found] = await factsOfSheet.execute({
    edition,
    event,
    seats: seats.map(({ juror }) => juror),
    entries: entryIds,
    marks: markIds,
  })
  if (!found) return null
  const { facts, juror, presence, criteria, ballots } = found
  const isClosed = hasReached(facts.phase, 'deliberation')
  const sheet: Sheet = {
    criteria: new Map(criteria.map((criterion) => [criterion.id, criterion])),
    ballots: new Map(ballots.map((ballot) => [ballot.entry, ballot])),
    current: new Map(found.current.map((mark) => [cellOf(mark), dated(mark)])),
    known: new Map(found.known.map((mark) => [mark.id, dated(mark)])),
    closed: isClosed ? { phase: facts.phase, at: new Date(found.closedAt ?? 0) } : null,
    now: now(),
  }
  /** Where the event's chain ended when this was read. */
  const end: Turn = found.end ?? { chain: facts.id, ordinal: 0, hash: GENESIS }
  return { facts, juror, presence: presence ?? NOBODY, criteria, ballots, sheet, end }
}

const NOBODY = { seenAt: null, waiting: 0 }

const dated = <T extends { at: string }>(mark: T) => ({ ...mark, at: new Date(mark.at) })
