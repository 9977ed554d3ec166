import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { STAGE_MOVES, type StageMove } from '@/domain/stage/moves'
import { id, instant, oneOf } from './columns'
import { events } from './events'
import { persons } from './people'
import { entries } from './teams'

/** What the stage's conductor did, one after the other: who is on stage follows from it. */
export const stageMoves = pgTable(
  'stage_moves',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    ordinal: integer().notNull(),
    move: text().$type<StageMove>().notNull(),
    entryId: uuid().references(() => entries.id),
    movedAt: instant().notNull(),
    movedBy: uuid().references(() => persons.id),
  },
  (table) => [
    unique('stage_moves_order').on(table.eventId, table.ordinal),
    check('stage_moves_move', oneOf('move', STAGE_MOVES)),
  ],
)

/** A draw of the pitch order: the seed's hash is public before the seed is. */
export const pitchDraws = pgTable(
  'pitch_draws',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    commitment: text().notNull(),
    committedAt: instant().notNull(),
    committedBy: uuid().references(() => persons.id),
    /** Kept from the public until drawn. */
    seed: text().notNull(),
    drawnAt: instant(),
  },
  (table) => [
    index().on(table.eventId),
    check('pitch_draws_commitment', sql`${table.commitment} ~ '^[0-9a-f]{64}$'`),
  ],
)
