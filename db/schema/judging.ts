import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
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
  CONFLICT_KINDS,
  type ConflictKind,
  CRITERION_KINDS,
  type CriterionKind,
  DECISION_KINDS,
  type DecisionKind,
  NOTE_KINDS,
  type NoteKind,
} from '@/domain/judging/states'
import { id, instant, oneOf } from './columns'
import { events } from './events'
import { organizations } from './organizations'
import { persons } from './people'
import { awards } from './publishing'
import { entries } from './teams'

/** The event's rubric; an award with its own criteria carries them here too. */
export const criteria = pgTable(
  'criteria',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    awardId: uuid().references((): AnyPgColumn => awards.id),
    kind: text().$type<CriterionKind>().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    weight: doublePrecision(),
    scaleMin: doublePrecision().notNull().default(0),
    scaleMax: doublePrecision().notNull().default(10),
    step: doublePrecision().notNull().default(0.5),
  },
  (table) => [
    unique().on(table.eventId, table.awardId, table.position).nullsNotDistinct(),
    unique('criteria_scale').on(table.id, table.scaleMin, table.scaleMax),
    check('criteria_kind', oneOf('kind', CRITERION_KINDS)),
    check('criteria_weight', sql`(${table.kind} = 'weighted') = (${table.weight} is not null)`),
    check('criteria_weight_positive', sql`${table.weight} > 0`),
    check('criteria_range', sql`${table.scaleMax} > ${table.scaleMin} and ${table.step} > 0`),
  ],
)

export const criterionLevels = pgTable(
  'criterion_levels',
  {
    criterionId: uuid()
      .notNull()
      .references(() => criteria.id, { onDelete: 'cascade' }),
    value: doublePrecision().notNull(),
    sentence: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.criterionId, table.value] })],
)

/** A seat of the jury: the office shown that day, voting or honorary. */
export const jurors = pgTable(
  'jurors',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    personId: uuid().references(() => persons.id),
    organizationId: uuid().references(() => organizations.id),
    office: text().notNull(),
    position: integer().notNull(),
    voting: boolean().notNull().default(true),
    president: boolean().notNull().default(false),
    invented: boolean().notNull().default(false),
    seatedAt: instant().notNull(),
    unseatedAt: instant(),
    lastSeenAt: instant(),
  },
  (table) => [
    unique().on(table.eventId, table.position),
    unique('jurors_event').on(table.id, table.eventId),
    uniqueIndex('jurors_one_seat').on(table.eventId, table.personId).where(sql`${table.unseatedAt} is null`),
    uniqueIndex('jurors_one_president')
      .on(table.eventId)
      .where(sql`${table.president} and ${table.unseatedAt} is null`),
  ],
)

/** A personal link: claimed by one device, movable and revocable; only its hash is kept. */
export const jurorLinks = pgTable('juror_links', {
  id: id(),
  jurorId: uuid()
    .notNull()
    .references(() => jurors.id),
  tokenHash: text().notNull().unique(),
  createdAt: instant().notNull(),
  createdBy: uuid().references(() => persons.id),
  claimedAt: instant(),
  claimedDevice: text(),
  revokedAt: instant(),
})

/** A juror and an entry that must not meet. Lifting one keeps the record. */
export const conflicts = pgTable(
  'conflicts',
  {
    id: id(),
    jurorId: uuid()
      .notNull()
      .references(() => jurors.id),
    entryId: uuid()
      .notNull()
      .references(() => entries.id),
    kind: text().$type<ConflictKind>().notNull(),
    reason: text().notNull(),
    recordedAt: instant().notNull(),
    recordedBy: uuid().references(() => persons.id),
    liftedAt: instant(),
    liftedBy: uuid().references(() => persons.id),
    liftedReason: text(),
  },
  (table) => [
    index().on(table.entryId),
    uniqueIndex('conflicts_once')
      .on(table.jurorId, table.entryId, table.kind)
      .where(sql`${table.liftedAt} is null`),
    check('conflicts_kind', oneOf('kind', CONFLICT_KINDS)),
  ],
)

export const assignments = pgTable(
  'assignments',
  {
    jurorId: uuid()
      .notNull()
      .references(() => jurors.id),
    entryId: uuid()
      .notNull()
      .references(() => entries.id),
    assignedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.jurorId, table.entryId] }), index().on(table.entryId)],
)

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
