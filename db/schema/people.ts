import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
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
import { GRANTED_ROLE_NAMES, type GrantedRole } from '@/domain/access/roles'
import { CAPACITIES, type Capacity } from '@/domain/people/presence'
import { id, instant, oneOf } from './columns'
import { competitions, editions, events } from './events'
import { jurorLinks } from './jury'
import { messages } from './messages'
import { organizations } from './organizations'

/** One row for one human being, whether or not they can sign in. */
export const persons = pgTable('persons', {
  id: id(),
  givenName: text().notNull(),
  familyName: text().notNull().default(''),
  locale: text().notNull().default('en'),
  timeZone: text(),
  createdAt: instant().notNull(),
  disabledAt: instant(),
  erasedAt: instant(),
})

/** The addresses a person is known by, lower-cased; any of them signs in. */
export const personEmails = pgTable(
  'person_emails',
  {
    email: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    isPrimary: boolean().notNull().default(true),
    confirmedAt: instant(),
  },
  (table) => [
    index().on(table.personId),
    check('person_emails_lower', sql`${table.email} = lower(${table.email}) and ${table.email} like '%_@_%'`),
    uniqueIndex('person_emails_one_primary').on(table.personId).where(sql`${table.isPrimary}`),
  ],
)

export const offices = pgTable(
  'offices',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    title: text().notNull(),
    since: date({ mode: 'string' }),
    until: date({ mode: 'string' }),
  },
  (table) => [index().on(table.personId), check('offices_dates', sql`${table.until} >= ${table.since}`)],
)

export const meetings = pgTable('meetings', {
  id: id(),
  eventId: uuid().references((): AnyPgColumn => events.id),
  heldOn: date({ mode: 'string' }).notNull(),
  city: text().notNull(),
  occasion: text(),
  outcome: text(),
  source: text(),
})

export const meetingOrganizations = pgTable(
  'meeting_organizations',
  {
    meetingId: uuid()
      .notNull()
      .references(() => meetings.id),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.organizationId] })],
)

/** Who was there without judging or competing; never counted as a juror. */
export const presences = pgTable(
  'presences',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    officeId: uuid().references(() => offices.id),
    eventId: uuid().references((): AnyPgColumn => events.id),
    meetingId: uuid().references(() => meetings.id),
    teamId: uuid(),
    capacity: text().$type<Capacity>().notNull(),
  },
  (table) => [
    check('presences_capacity', oneOf('capacity', CAPACITIES)),
    check('presences_one_place', sql`num_nonnulls(${table.eventId}, ${table.meetingId}) = 1`),
    unique().on(table.personId, table.eventId, table.meetingId, table.capacity).nullsNotDistinct(),
  ],
)

/** A role on a node of the tree. */
export const roleGrants = pgTable(
  'role_grants',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    role: text().$type<GrantedRole>().notNull(),
    eventId: uuid().references((): AnyPgColumn => events.id),
    editionId: uuid().references((): AnyPgColumn => editions.id),
    competitionId: uuid().references((): AnyPgColumn => competitions.id),
    organizationId: uuid().references((): AnyPgColumn => organizations.id),
    grantedBy: uuid().references(() => persons.id),
    grantedAt: instant().notNull(),
    revokedAt: instant(),
    revokedBy: uuid().references(() => persons.id),
  },
  (table) => [
    index().on(table.personId),
    check('role_grants_role', oneOf('role', GRANTED_ROLE_NAMES)),
    check(
      'role_grants_node',
      sql`case ${table.role}
        when 'edition-administrator' then ${table.editionId} is not null
        when 'competition-owner' then ${table.competitionId} is not null
        when 'organization-partner' then ${table.organizationId} is not null
        else ${table.eventId} is not null end
        and num_nonnulls(${table.eventId}, ${table.editionId}, ${table.competitionId}, ${table.organizationId}) = 1`,
    ),
    uniqueIndex('role_grants_once')
      .on(
        table.personId,
        table.role,
        sql`coalesce(${table.eventId}, ${table.editionId}, ${table.competitionId}, ${table.organizationId})`,
      )
      .where(sql`${table.revokedAt} is null`),
  ],
)

/** The cookie holds only this id: ending the row ends the session at the next request. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    device: text(),
    /** Opened by a juror's personal link: it acts for that seat and nothing else. */
    linkId: uuid().references((): AnyPgColumn => jurorLinks.id),
  },
  (table) => [index().on(table.personId), index().on(table.linkId)],
)

/** One mail holds both: a code to type and a link to confirm. Only their hashes are kept. */
export const signInCodes = pgTable(
  'sign_in_codes',
  {
    id: id(),
    email: text().notNull(),
    codeHash: text().notNull(),
    linkHash: text().notNull().unique(),
    nextPath: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    usedAt: instant(),
  },
  (table) => [
    index().on(table.email, table.createdAt),
    check('sign_in_codes_attempts', sql`${table.attempts} <= 5`),
  ],
)

/** How often something was tried in a window of real time. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text().notNull(),
    windowStart: instant().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.windowStart] })],
)

/** Mail to leave after the commit; in demo and development it stays here and the mailbox page shows it. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    toAddress: text().notNull(),
    /** The event it belongs to, for that event's log. */
    eventId: uuid().references((): AnyPgColumn => events.id),
    /** The message to a segment it is one copy of. */
    messageId: uuid().references((): AnyPgColumn => messages.id),
    template: text().notNull(),
    locale: text().notNull().default('en'),
    values: jsonb().$type<Record<string, string | number>>().notNull(),
    dedupeKey: text().unique(),
    createdAt: instant().notNull(),
    notBefore: instant().notNull(),
    attempts: integer().notNull().default(0),
    sentAt: instant(),
    lastError: text(),
  },
  (table) => [
    index().on(table.sentAt, table.notBefore),
    index().on(table.eventId, table.createdAt),
    uniqueIndex('outbox_once_a_message')
      .on(table.messageId, table.toAddress)
      .where(sql`${table.messageId} is not null`),
  ],
)
