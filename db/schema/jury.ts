import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
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
  CONFLICT_KINDS,
  type ConflictKind,
  CRITERION_KINDS,
  type CriterionKind,
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
    /** The special prize this seat scores for; null for the event's own jury. */
    awardId: uuid().references((): AnyPgColumn => awards.id),
    office: text().notNull(),
    position: integer().notNull(),
    voting: boolean().notNull().default(true),
    president: boolean().notNull().default(false),
    invented: boolean().notNull().default(false),
    seatedAt: instant().notNull(),
    unseatedAt: instant(),
    lastSeenAt: instant(),
    /** Marks the juror's device last said it still holds. */
    waiting: integer().notNull().default(0),
    nudgedAt: instant(),
  },
  (table) => [
    unique().on(table.eventId, table.position),
    unique('jurors_event').on(table.id, table.eventId),
    uniqueIndex('jurors_one_seat').on(table.eventId, table.personId).where(sql`${table.unseatedAt} is null`),
    uniqueIndex('jurors_one_president')
      .on(table.eventId)
      .where(sql`${table.president} and ${table.unseatedAt} is null`),
    check('jurors_preside_over_the_event', sql`not ${table.president} or ${table.awardId} is null`),
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
