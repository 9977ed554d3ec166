import { sql } from 'drizzle-orm'
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'
import { uuidv7 } from 'uuidv7'

/** A time-ordered key made by us, so that a row can be named before it is written. */
export const id = () => uuid().primaryKey().$defaultFn(uuidv7)

/** An instant with its zone, in milliseconds. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })

/** `column in ('a', 'b')` for a check constraint, from the value list the rules own. */
export const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`"${column}" in (${values.map((value) => `'${value}'`).join(', ')})`)

/** Bytes as they came. Both drivers give and take what is a Uint8Array. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })
