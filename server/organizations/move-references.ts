import 'server-only'
import { and, eq, getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { brokenConstraint, type Database, db } from '@/db/client'
import { REFERENCES, type Reference } from './references'

/** By reference, the keys of the rows that moved; by `folded:` table, whole rows that one of the other's stands for. */
export type Moved = Record<string, readonly string[]>

type Row = Record<string, unknown>

/** Points what points to one organization to another, in the caller's transaction, and says what that was. */
export async function moveReferences(from: string, to: string, before: Moved = {}): Promise<Moved> {
  const moved: Moved = { ...before }
  for (const reference of REFERENCES) {
    const keys = (await moveAll(reference, from, to)) ?? (await moveEach(reference, from, to, moved))
    if (keys.length > 0) moved[reference.name] = keys.map((key) => JSON.stringify(key))
  }
  return moved
}

/** Takes a move back: what points elsewhere by now stays there. */
export async function moveBack(moved: Moved, from: string, to: string): Promise<void> {
  const tx = await db()
  for (const reference of REFERENCES) {
    const { table, property, column } = reference
    for (const key of moved[reference.name] ?? []) {
      const row = and(isRow(reference, JSON.parse(key) as Row), eq(column, to))
      await tx
        .update(table)
        .set({ [property]: from })
        .where(row)
    }
  }
  for (const table of new Set(REFERENCES.map(({ table }) => table))) {
    const folded = moved[`folded:${getTableName(table)}`] ?? []
    for (const text of folded) {
      await tx
        .insert(table)
        .values(revived(table, JSON.parse(text) as Row))
        .onConflictDoNothing()
    }
  }
}

/** All rows in one statement; null when the database holds one of them against a row that is there already. */
async function moveAll({ table, property, column, key }: Reference, from: string, to: string) {
  return attempt((tx) =>
    tx
      .update(table)
      .set({ [property]: to })
      .where(eq(column, from))
      .returning(key),
  ) as Promise<Row[] | null>
}

async function moveEach(reference: Reference, from: string, to: string, moved: Moved): Promise<Row[]> {
  const tx = await db()
  const { table, property, column, key } = reference
  const keys: Row[] = []
  for (const row of (await tx.select().from(table).where(eq(column, from))) as Row[]) {
    const one = isRow(reference, row)
    const [done] =
      ((await attempt((inner) =>
        inner
          .update(table)
          .set({ [property]: to })
          .where(one)
          .returning(key),
      )) as Row[] | null) ?? []
    if (done) keys.push(done)
    else await fold(reference, row, moved)
  }
  return keys
}

/** Takes a row out and keeps all of it in the record of the move. */
export async function fold(reference: Reference, row: Row, moved: Moved): Promise<void> {
  const place = `folded:${getTableName(reference.table)}`
  moved[place] = [...(moved[place] ?? []), JSON.stringify(row)]
  await (await db()).delete(reference.table).where(isRow(reference, row))
}

function isRow({ key }: Reference, row: Row): SQL | undefined {
  return and(...Object.entries(key).map(([property, column]) => eq(column, row[property])))
}

function revived(table: Reference['table'], row: Row): Row {
  const columns = getTableColumns(table) as Record<string, PgColumn>
  return Object.fromEntries(
    Object.entries(row).map(([property, value]) => [
      property,
      columns[property]?.columnType === 'PgTimestamp' && typeof value === 'string' ? new Date(value) : value,
    ]),
  )
}

/** Runs one write of the caller's transaction on trial; null when the database refuses it by a rule of its own. */
async function attempt<T>(work: (tx: Database) => Promise<T>): Promise<T | null> {
  const tx = await db()
  await tx.execute(sql`savepoint moving`)
  const outcome = await work(tx).catch(async (error: unknown) => {
    if (!brokenConstraint(error)) throw error
    await tx.execute(sql`rollback to savepoint moving`)
    return null
  })
  await tx.execute(sql`release savepoint moving`)
  return outcome
}
