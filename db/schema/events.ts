import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { LOCKABLE_RULES, type LockableRule } from '@/domain/editions/locks'
import { EVENT_LEVELS, type EventLevel, PHASES, type Phase } from '@/domain/events/phases'
import { OPENNESS, type Openness } from '@/domain/publishing/openness'
import { id, instant, oneOf } from './columns'
import { organizations } from './organizations'
import { persons } from './people'

export const competitions = pgTable('competitions', {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  ownerId: uuid().references((): AnyPgColumn => organizations.id),
})

export const editions = pgTable(
  'editions',
  {
    id: id(),
    competitionId: uuid()
      .notNull()
      .references(() => competitions.id),
    slug: text().notNull().unique(),
    ordinal: integer().notNull(),
    year: integer().notNull(),
    scope: text().notNull(),
    startsOn: date({ mode: 'string' }),
    endsOn: date({ mode: 'string' }),
    finalOn: date({ mode: 'string' }),
    finalCity: text(),
    teamMin: integer().notNull().default(2),
    teamMax: integer().notNull().default(5),
    challengeOwnerConflicts: boolean().notNull().default(false),
  },
  (table) => [
    unique().on(table.competitionId, table.ordinal),
    check(
      'editions_team_size',
      sql`${table.teamMin} between 1 and ${table.teamMax} and ${table.teamMax} <= 20`,
    ),
  ],
)

/** A rule the edition takes out of its events' hands. Each time it is locked anew is a version of its own. */
export const editionLocks = pgTable(
  'edition_locks',
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id),
    rule: text().$type<LockableRule>().notNull(),
    version: integer().notNull(),
    reason: text().notNull(),
    lockedAt: instant().notNull(),
    lockedBy: uuid()
      .notNull()
      .references((): AnyPgColumn => persons.id),
    liftedAt: instant(),
    liftedBy: uuid().references((): AnyPgColumn => persons.id),
  },
  (table) => [
    unique().on(table.editionId, table.rule, table.version),
    uniqueIndex('edition_locks_one').on(table.editionId, table.rule).where(sql`${table.liftedAt} is null`),
    check('edition_locks_rule', oneOf('rule', LOCKABLE_RULES)),
    check('edition_locks_lifted', sql`(${table.liftedAt} is null) = (${table.liftedBy} is null)`),
  ],
)

export const events = pgTable(
  'events',
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id),
    parentId: uuid().references((): AnyPgColumn => events.id),
    slug: text().notNull(),
    level: text().$type<EventLevel>().notNull(),
    name: text().notNull(),
    country: text().notNull(),
    city: text().notNull(),
    venue: text(),
    hostEvent: text(),
    timeZone: text().notNull(),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    registrationOpensAt: instant(),
    registrationClosesAt: instant(),
    submissionsDueAt: instant(),
    rosterLocksAt: instant(),
    scoringClosesAt: instant(),
    teamMin: integer().notNull().default(2),
    teamMax: integer().notNull().default(5),
    capacity: integer(),
    pitchMinutes: integer().notNull().default(8),
    firstInCountry: boolean().notNull().default(false),
    promotionSlots: integer().notNull().default(1),
    promotionCapPerRoot: integer(),
    openness: text().$type<Openness>().notNull().default('ranks'),
    exampleData: boolean().notNull().default(false),
    /** Months after its end until what identifies people is erased; never where null. */
    retentionMonths: integer(),
  },
  (table) => [
    unique().on(table.editionId, table.slug),
    index().on(table.parentId),
    check('events_level', oneOf('level', EVENT_LEVELS)),
    check('events_openness', oneOf('openness', OPENNESS)),
    check('events_parent', sql`${table.parentId} <> ${table.id}`),
    check('events_country', sql`${table.country} ~ '^[A-Z]{2}$'`),
    check('events_dates', sql`${table.endsAt} > ${table.startsAt}`),
    check('events_registration', sql`${table.registrationClosesAt} > ${table.registrationOpensAt}`),
    check(
      'events_team_size',
      sql`${table.teamMin} between 1 and ${table.teamMax} and ${table.teamMax} <= 20`,
    ),
    check('events_retention', sql`${table.retentionMonths} between 1 and 240`),
    check('events_slots', sql`${table.promotionSlots} between 0 and 100`),
    check(
      'events_place',
      sql`${table.latitude} between -90 and 90 and ${table.longitude} between -180 and 180`,
    ),
  ],
)

/** The event's life, step by step; the last step is where it stands. Two who step at once: one wins. */
export const eventPhases = pgTable(
  'event_phases',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    ordinal: integer().notNull(),
    phase: text().$type<Phase>().notNull(),
    reason: text(),
    enteredAt: instant().notNull(),
    enteredBy: uuid().references((): AnyPgColumn => persons.id),
  },
  (table) => [unique().on(table.eventId, table.ordinal), check('event_phases_phase', oneOf('phase', PHASES))],
)

/** One person asks to reopen scoring, another confirms. */
export const reopenings = pgTable(
  'reopenings',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    reason: text().notNull(),
    askedBy: uuid()
      .notNull()
      .references((): AnyPgColumn => persons.id),
    askedAt: instant().notNull(),
    confirmedBy: uuid().references((): AnyPgColumn => persons.id),
    confirmedAt: instant(),
  },
  (table) => [check('reopenings_two_people', sql`${table.confirmedBy} <> ${table.askedBy}`)],
)

export const scheduleItems = pgTable(
  'schedule_items',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    kind: text().notNull(),
    title: text().notNull(),
    /** What runs at the same time stands in tracks side by side. */
    track: text(),
    place: text(),
    startsAt: instant().notNull(),
    endsAt: instant(),
  },
  (table) => [
    index().on(table.eventId),
    check('schedule_items_dates', sql`${table.endsAt} >= ${table.startsAt}`),
  ],
)
