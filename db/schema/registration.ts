import { sql } from 'drizzle-orm'
import {
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
  uuid,
} from 'drizzle-orm/pg-core'
import type { Field } from '@/domain/registration/import/fields'
import type { Corrections } from '@/domain/registration/import/lines'
import type { Encoding, Separator } from '@/domain/registration/import/table'
import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  REGISTRATION_STATES,
  type RegistrationState,
} from '@/domain/registration/states'
import { bytea, id, instant, oneOf } from './columns'
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
    bornOn: date({ mode: 'string' }),
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

/** Each tap at the door, never changed: who came, or that a tap was a mistake. Together they make the check-in. */
export const checkInTaps = pgTable(
  'check_in_taps',
  {
    /** Given by the device, so that a tap which is sent twice is there once. */
    id: uuid().primaryKey(),
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id),
    /** False takes back what was tapped before. */
    present: boolean().notNull(),
    at: instant().notNull(),
    receivedAt: instant().notNull(),
    device: text(),
    by: uuid()
      .notNull()
      .references(() => persons.id),
  },
  (table) => [index().on(table.registrationId)],
)

/** Who is there: the earliest tap that was not taken back. */
export const checkIns = pgTable('check_ins', {
  registrationId: uuid()
    .primaryKey()
    .references(() => registrations.id),
  /** When it was noted at the door, perhaps without a network. */
  at: instant().notNull(),
  receivedAt: instant(),
  device: text(),
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

/** A minor's guardian, and what they said. Only the link's hash is kept. */
export const guardianConsents = pgTable(
  'guardian_consents',
  {
    id: id(),
    registrationId: uuid()
      .notNull()
      .references(() => registrations.id),
    name: text().notNull(),
    email: text().notNull(),
    linkHash: text().notNull().unique(),
    askedAt: instant().notNull(),
    given: boolean(),
    answeredAt: instant(),
    erasedAt: instant(),
  },
  (table) => [
    index().on(table.registrationId),
    check('guardian_consents_answer', sql`(${table.given} is null) = (${table.answeredAt} is null)`),
  ],
)

/** Who looks for a team and wants to be found: shown to the event's own people while not taken down. */
export const boardCards = pgTable(
  'board_cards',
  {
    registrationId: uuid()
      .primaryKey()
      .references(() => registrations.id),
    skills: text().array().notNull(),
    languages: text().array().notNull(),
    about: text(),
    listedAt: instant().notNull(),
    takenDownAt: instant(),
  },
  (table) => [check('board_cards_some', sql`cardinality(${table.skills}) <= 12`)],
)

/** The lists an organizer is checking before they are imported: forgotten when they are, or when nobody touches them. */
export const importDrafts = pgTable(
  'import_drafts',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    touchedAt: instant().notNull(),
  },
  (table) => [index().on(table.touchedAt), index().on(table.personId)],
)

/** One list of a draft: the file as it came, and what the organizer has said about it. */
export const importDraftLists = pgTable(
  'import_draft_lists',
  {
    draftId: uuid()
      .notNull()
      .references(() => importDrafts.id, { onDelete: 'cascade' }),
    /** Where it stands among the draft's lists. */
    position: integer().notNull(),
    name: text().notNull(),
    content: bytea().notNull(),
    /** Null: guessed. */
    encoding: text().$type<Encoding>(),
    separator: text().$type<Separator>(),
    /** Of a spreadsheet with several. */
    sheet: text(),
    institutionId: uuid().references(() => organizations.id),
    /** By place, what each column holds; null is left out. Absent: by its heading. */
    columns: jsonb().$type<readonly (Field | null)[]>(),
    /** By line, the cells as corrected. */
    corrections: jsonb().$type<Corrections>().notNull().default({}),
    leftOut: integer().array().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.draftId, table.position] })],
)

/** How an institution's list named its columns, remembered for the next one; a column without a field is left out. */
export const importMappings = pgTable(
  'import_mappings',
  {
    institutionId: uuid()
      .notNull()
      .references(() => organizations.id),
    heading: text().notNull(),
    field: text().$type<Field>(),
  },
  (table) => [primaryKey({ columns: [table.institutionId, table.heading] })],
)
