import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { SEGMENTS, type Segment } from '@/domain/messages/segments'
import { id, instant, oneOf } from './columns'
import { events } from './events'
import { persons } from './people'

/** What an organizer wrote to a part of an event's people: by language, with the placeholders as written. */
export const messages = pgTable(
  'messages',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    segment: text().$type<Segment>().notNull(),
    subject: jsonb().$type<Record<string, string>>().notNull(),
    text: jsonb().$type<Record<string, string>>().notNull(),
    writtenAt: instant().notNull(),
    writtenBy: uuid()
      .notNull()
      .references((): AnyPgColumn => persons.id),
    sentAt: instant(),
    recipients: integer(),
  },
  (table) => [
    index().on(table.eventId, table.writtenAt),
    check('messages_segment', oneOf('segment', SEGMENTS)),
    check('messages_sent', sql`(${table.sentAt} is null) = (${table.recipients} is null)`),
  ],
)

/** Who wants no more of an event's messages. What somebody must know (a code, an offer) comes all the same. */
export const unsubscribes = pgTable(
  'unsubscribes',
  {
    personId: uuid()
      .notNull()
      .references((): AnyPgColumn => persons.id, { onDelete: 'cascade' }),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.eventId] })],
)
