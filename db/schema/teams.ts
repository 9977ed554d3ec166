import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
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
import { TEAM_ROLES, type TeamRole } from '@/domain/teams/roles'
import { id, instant, oneOf } from './columns'
import { editions, events } from './events'
import { organizations } from './organizations'
import { persons } from './people'

/**
 * A team belongs to the event it entered first and keeps its identity when promoted.
 * `seats` is the event's limit, copied so that the database itself can hold it.
 */
export const teams = pgTable(
  'teams',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    slug: text().notNull(),
    name: text().notNull(),
    nameKey: text().notNull(),
    institutionId: uuid().references(() => organizations.id),
    seats: integer().notNull(),
    createdAt: instant().notNull(),
    deletedAt: instant(),
  },
  (table) => [
    unique().on(table.eventId, table.slug),
    unique('teams_seats').on(table.id, table.eventId, table.seats),
    uniqueIndex('teams_name_once').on(table.eventId, table.nameKey).where(sql`${table.deletedAt} is null`),
    check('teams_seats_range', sql`${table.seats} between 1 and 20`),
  ],
)

/**
 * Who sits where. A seat is a number up to the team's limit and is taken once, a person sits once in an
 * event: both hold under any number of simultaneous joins because the database refuses the second.
 */
export const teamMembers = pgTable(
  'team_members',
  {
    id: id(),
    teamId: uuid().notNull(),
    eventId: uuid().notNull(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    role: text().$type<TeamRole>().notNull().default('member'),
    provisional: boolean().notNull().default(false),
    seat: integer().notNull(),
    seats: integer().notNull(),
    joinedAt: instant().notNull(),
    leftAt: instant(),
    /** The team one left by oneself for this seat: for a day one may go back. */
    cameFromId: uuid().references(() => teams.id),
  },
  (table) => [
    foreignKey({
      columns: [table.teamId, table.eventId, table.seats],
      foreignColumns: [teams.id, teams.eventId, teams.seats],
      name: 'team_members_team',
    }).onUpdate('cascade'),
    uniqueIndex('team_members_one_team')
      .on(table.eventId, table.personId)
      .where(sql`${table.leftAt} is null`),
    uniqueIndex('team_members_seat_once').on(table.teamId, table.seat).where(sql`${table.leftAt} is null`),
    uniqueIndex('team_members_one_captain')
      .on(table.teamId)
      .where(sql`${table.role} = 'captain' and ${table.leftAt} is null`),
    check('team_members_role', oneOf('role', TEAM_ROLES)),
    check(
      'team_members_seat',
      sql`${table.leftAt} is not null or ${table.seat} between 1 and ${table.seats}`,
    ),
  ],
)

export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    teamId: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    code: text().notNull().unique(),
    maxUses: integer().notNull(),
    uses: integer().notNull().default(0),
    createdAt: instant().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => persons.id),
    expiresAt: instant(),
    revokedAt: instant(),
  },
  (table) => [
    index().on(table.teamId),
    check('invitations_code', sql`${table.code} ~ '^[A-HJKMNP-Z2-9]{6}$'`),
    check('invitations_uses', sql`${table.uses} between 0 and ${table.maxUses}`),
  ],
)

/** The team's participation at one level: challenge, pitch order, submissions, ballots and ranks hang on it. */
export const entries = pgTable(
  'entries',
  {
    id: id(),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    challengeId: uuid().references((): AnyPgColumn => challenges.id),
    pitchOrder: integer(),
    title: text(),
    summary: text(),
    deckUrl: text(),
    deckId: uuid().references((): AnyPgColumn => decks.id),
    videoUrl: text(),
    demoUrl: text(),
    priorWork: text(),
    ipStatement: text(),
    /** Why the organizer last changed it after the deadline. */
    lateReason: text(),
    enteredAt: instant().notNull(),
    withdrawnAt: instant(),
    withdrawnReason: text(),
  },
  (table) => [
    unique().on(table.teamId, table.eventId),
    unique().on(table.eventId, table.pitchOrder),
    check('entries_pitch_order', sql`${table.pitchOrder} >= 1`),
  ],
)

export const challenges = pgTable(
  'challenges',
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id),
    ownerId: uuid()
      .notNull()
      .references(() => organizations.id),
    code: text().notNull(),
    title: text().notNull(),
    context: text(),
    resource: text(),
    licence: text(),
    licenceOwnerId: uuid().references(() => organizations.id),
    acknowledgementNeeded: boolean().notNull().default(false),
    /** How many teams may take it at one event; any number where null. */
    mostTeams: integer(),
    invented: boolean().notNull().default(false),
  },
  (table) => [
    unique().on(table.editionId, table.code),
    check('challenges_most_teams', sql`${table.mostTeams} >= 1`),
  ],
)

/** Who has acknowledged the terms of a challenge's data, before they got to see it. */
export const acknowledgements = pgTable(
  'acknowledgements',
  {
    challengeId: uuid()
      .notNull()
      .references(() => challenges.id),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    /** The digest of the terms as they stood. */
    terms: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.challengeId, table.personId, table.terms] })],
)

/** Somebody asks to join a team; its captain answers once. */
export const joinRequests = pgTable(
  'join_requests',
  {
    id: id(),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    message: text(),
    askedAt: instant().notNull(),
    accepted: boolean(),
    answeredAt: instant(),
    answeredBy: uuid().references(() => persons.id),
  },
  (table) => [
    uniqueIndex('join_requests_open_once')
      .on(table.teamId, table.personId)
      .where(sql`${table.answeredAt} is null`),
    check('join_requests_answer', sql`(${table.accepted} is null) = (${table.answeredAt} is null)`),
  ],
)

/** A deck as it is uploaded and then kept: a PDF in the store under its digest. Begun before the deadline counts. */
export const decks = pgTable(
  'decks',
  {
    id: id(),
    entryId: uuid()
      .notNull()
      .references((): AnyPgColumn => entries.id),
    fileName: text().notNull(),
    bytes: integer().notNull(),
    digest: text(),
    pages: integer(),
    begunAt: instant().notNull(),
    begunBy: uuid()
      .notNull()
      .references(() => persons.id),
    finishedAt: instant(),
  },
  (table) => [
    index().on(table.entryId),
    check('decks_bytes', sql`${table.bytes} > 0`),
    check('decks_finished', sql`(${table.finishedAt} is null) = (${table.digest} is null)`),
  ],
)

/** The deliverables as handed in; the last version before the deadline counts. */
export const submissions = pgTable(
  'submissions',
  {
    id: id(),
    entryId: uuid()
      .notNull()
      .references(() => entries.id),
    version: integer().notNull(),
    challengeId: uuid()
      .notNull()
      .references(() => challenges.id),
    title: text().notNull(),
    summary: text().notNull(),
    deckUrl: text(),
    deckId: uuid().references((): AnyPgColumn => decks.id),
    videoUrl: text(),
    demoUrl: text(),
    priorWork: text(),
    ipStatement: text(),
    /** Why the organizer took this version after the deadline. */
    lateReason: text(),
    digest: text().notNull(),
    submittedAt: instant().notNull(),
    submittedBy: uuid()
      .notNull()
      .references(() => persons.id),
  },
  (table) => [
    unique().on(table.entryId, table.version),
    check('submissions_version', sql`${table.version} >= 1`),
  ],
)
