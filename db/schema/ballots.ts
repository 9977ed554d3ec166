import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  BALLOT_STATES,
  type BallotState,
  DECISION_KINDS,
  type DecisionKind,
  NOTE_KINDS,
  type NoteKind,
} from '@/domain/judging/states'
import type { Decision } from '@/domain/ranking/decisions'
import { id, instant, oneOf } from './columns'
import { events } from './events'
import { assignments, conflicts, criteria, jurors } from './jury'
import { persons } from './people'
import { entries } from './teams'

/** Where each sheet stands; its juror and entry must have been assigned to each other. */
export const ballots = pgTable(
  'ballots',
  {
    id: id(),
    jurorId: uuid().notNull(),
    entryId: uuid().notNull(),
    status: text().$type<BallotState>().notNull().default('draft'),
    reason: text(),
    changedAt: instant().notNull(),
    changedBy: uuid().references(() => persons.id),
  },
  (table) => [
    foreignKey({
      columns: [table.jurorId, table.entryId],
      foreignColumns: [assignments.jurorId, assignments.entryId],
      name: 'ballots_assignment',
    }),
    unique().on(table.jurorId, table.entryId),
    index().on(table.entryId),
    check('ballots_status', oneOf('status', BALLOT_STATES)),
    check(
      'ballots_reason',
      sql`${table.status} not in ('recused', 'absent') or coalesce(${table.reason}, '') <> ''`,
    ),
  ],
)

/** A record over a ballot that keeps it out of the count until lifted; the ballot itself does not change. */
export const setAsides = pgTable(
  'set_asides',
  {
    id: id(),
    ballotId: uuid()
      .notNull()
      .references(() => ballots.id),
    conflictId: uuid().references(() => conflicts.id),
    reason: text().notNull(),
    setAt: instant().notNull(),
    setBy: uuid().references(() => persons.id),
    liftedAt: instant(),
    liftedBy: uuid().references(() => persons.id),
  },
  (table) => [uniqueIndex('set_asides_once').on(table.ballotId).where(sql`${table.liftedAt} is null`)],
)

/** Append-only: a change is a new mark. The id is the client's, so that sending twice saves once. */
export const marks = pgTable(
  'marks',
  {
    id: uuid().primaryKey(),
    jurorId: uuid().notNull(),
    entryId: uuid().notNull(),
    criterionId: uuid().notNull(),
    value: doublePrecision(),
    scaleMin: doublePrecision().notNull(),
    scaleMax: doublePrecision().notNull(),
    device: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    replaces: uuid(),
    madeAt: instant().notNull(),
    receivedAt: instant().notNull(),
    late: boolean().notNull().default(false),
    contested: boolean().notNull().default(false),
    enteredBy: uuid().references(() => persons.id),
  },
  (table) => [
    foreignKey({
      columns: [table.jurorId, table.entryId],
      foreignColumns: [assignments.jurorId, assignments.entryId],
      name: 'marks_assignment',
    }),
    foreignKey({
      columns: [table.criterionId, table.scaleMin, table.scaleMax],
      foreignColumns: [criteria.id, criteria.scaleMin, criteria.scaleMax],
      name: 'marks_criterion',
    }),
    index().on(table.jurorId, table.entryId, table.criterionId),
    check('marks_value', sql`${table.value} between ${table.scaleMin} and ${table.scaleMax}`),
  ],
)

/** The mark that holds in each cell of the sheet. */
export const currentMarks = pgTable(
  'current_marks',
  {
    jurorId: uuid().notNull(),
    entryId: uuid().notNull(),
    criterionId: uuid().notNull(),
    markId: uuid()
      .notNull()
      .references(() => marks.id),
  },
  (table) => [
    primaryKey({ columns: [table.jurorId, table.entryId, table.criterionId] }),
    index().on(table.entryId),
  ],
)

export const notes = pgTable(
  'notes',
  {
    id: uuid().primaryKey(),
    jurorId: uuid()
      .notNull()
      .references(() => jurors.id),
    entryId: uuid()
      .notNull()
      .references(() => entries.id),
    kind: text().$type<NoteKind>().notNull(),
    text: text().notNull(),
    writtenAt: instant().notNull(),
  },
  (table) => [
    index().on(table.jurorId, table.entryId, table.kind),
    check('notes_kind', oneOf('kind', NOTE_KINDS)),
  ],
)

/** What the president (or the next voting juror) decided, with the reason. */
export const decisions = pgTable(
  'decisions',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    kind: text().$type<DecisionKind>().notNull(),
    reason: text().notNull(),
    decidedAt: instant().notNull(),
    decidedBy: uuid()
      .notNull()
      .references(() => jurors.id),
    revokedAt: instant(),
    /** What allowed an order of entries that are not tied: see docs/decisions/11. */
    close: jsonb().$type<Decision['close']>(),
  },
  (table) => [
    index().on(table.eventId),
    check('decisions_kind', oneOf('kind', DECISION_KINDS)),
    check('decisions_reason', sql`${table.reason} <> ''`),
  ],
)

/** The entries a decision speaks of, first to last. */
export const decisionEntries = pgTable(
  'decision_entries',
  {
    decisionId: uuid()
      .notNull()
      .references(() => decisions.id),
    entryId: uuid()
      .notNull()
      .references(() => entries.id),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.decisionId, table.entryId] })],
)

/** A juror's signature under the own table: the digest of what was shown, until something of it changes. */
export const sheetSignatures = pgTable(
  'sheet_signatures',
  {
    id: id(),
    jurorId: uuid()
      .notNull()
      .references(() => jurors.id),
    fingerprint: text().notNull(),
    signedAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (table) => [
    uniqueIndex('sheet_signatures_once').on(table.jurorId).where(sql`${table.withdrawnAt} is null`),
    check('sheet_signatures_fingerprint', sql`${table.fingerprint} ~ '^[0-9a-f]{64}$'`),
  ],
)

/** One reading of one cell of a juror's paper sheet; two that agree make a mark. */
export const paperReadings = pgTable(
  'paper_readings',
  {
    id: id(),
    jurorId: uuid().notNull(),
    entryId: uuid().notNull(),
    criterionId: uuid()
      .notNull()
      .references(() => criteria.id),
    pass: integer().notNull(),
    value: doublePrecision(),
    readAt: instant().notNull(),
    readBy: uuid()
      .notNull()
      .references(() => persons.id),
    markId: uuid().references(() => marks.id),
  },
  (table) => [
    foreignKey({
      columns: [table.jurorId, table.entryId],
      foreignColumns: [assignments.jurorId, assignments.entryId],
      name: 'paper_readings_assignment',
    }),
    index().on(table.jurorId, table.entryId, table.criterionId),
    check('paper_readings_pass', sql`${table.pass} in (1, 2)`),
  ],
)
