import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  REGISTRATION_STATES,
  type RegistrationState,
} from '@/domain/registration/states'
import { id, instant, oneOf } from './columns'
import { events } from './events'
import { organizations } from './organizations'
import { persons } from './people'

export const registrations = pgTable(
  'registrations',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    institutionId: uuid().references(() => organizations.id),
    state: text().$type<RegistrationState>().notNull().default('registered'),
    programme: text(),
    studyYear: integer(),
    registeredAt: instant().notNull(),
    confirmedAt: instant(),
    withdrawnAt: instant(),
  },
  (table) => [
    unique().on(table.personId, table.eventId),
    index().on(table.eventId, table.state),
    check('registrations_state', oneOf('state', REGISTRATION_STATES)),
    check('registrations_year', sql`${table.studyYear} between 1 and 12`),
  ],
)

/** Each yes and no, with its time; the last one of a purpose holds. */
export const consents = pgTable(
  'consents',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    eventId: uuid().references(() => events.id),
    purpose: text().$type<ConsentPurpose>().notNull(),
    given: boolean().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    index().on(table.personId, table.eventId, table.purpose),
    check('consents_purpose', oneOf('purpose', CONSENT_PURPOSES)),
  ],
)

export const checkIns = pgTable('check_ins', {
  registrationId: uuid()
    .primaryKey()
    .references(() => registrations.id),
  at: instant().notNull(),
  by: uuid()
    .notNull()
    .references(() => persons.id),
})

export const imports = pgTable(
  'imports',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    institutionId: uuid()
      .notNull()
      .references(() => organizations.id),
    fileName: text().notNull(),
    counts: jsonb().$type<Record<string, number>>().notNull(),
    importedAt: instant().notNull(),
    importedBy: uuid()
      .notNull()
      .references(() => persons.id),
    undoneAt: instant(),
    undoneBy: uuid().references(() => persons.id),
  },
  (table) => [index().on(table.eventId)],
)

/** What each line did, so that an undo takes back exactly that and nothing else. */
export const importLines = pgTable(
  'import_lines',
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    line: integer().notNull(),
    outcome: text().notNull(),
    registrationId: uuid(),
    teamId: uuid(),
    personCreated: boolean().notNull().default(false),
    registrationCreated: boolean().notNull().default(false),
    teamCreated: boolean().notNull().default(false),
    memberId: uuid(),
    before: jsonb().$type<Record<string, string | number | null>>(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.line] })],
)

/** How an institution's list named its columns, remembered for the next one. */
export const importMappings = pgTable(
  'import_mappings',
  {
    institutionId: uuid()
      .notNull()
      .references(() => organizations.id),
    heading: text().notNull(),
    field: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.institutionId, table.heading] })],
)
