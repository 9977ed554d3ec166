import 'server-only'
import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { database, transaction } from '@/db/client'
import { record } from '../audit'
import { JOURNALED, type Journaled, type JournalRecord } from './keep'

/** How many rows came back, and the records whose place the database no longer has, with why. */
export interface Replayed {
  readonly rows: number
  readonly homeless: readonly { readonly record: JournalRecord; readonly reason: string }[]
}

type Ids = Record<Journaled, string[]>
const NONE: Ids = { marks: [], currentMarks: [], ballots: [], eventPhases: [], results: [], resultRanks: [] }

/**
 * Writes again what the journal holds and the database has lost, also into a final that has closed since. Idempotent by
 * the rows' ids; the event's audit tells which came back.
 */
export async function replay(records: readonly JournalRecord[]): Promise<Replayed> {
  let rows = 0
  const homeless: Replayed['homeless'][number][] = []
  for (const one of await lostRecords(records)) {
    try {
      rows += await writeAgain(one)
    } catch (error) {
      homeless.push({ record: one, reason: reasonOf(error) })
    }
  }
  return { rows, homeless }
}

/** The records of which the database lacks something. */
export async function lostRecords(records: readonly JournalRecord[]): Promise<JournalRecord[]> {
  const isLost = await lostRows(records)
  return records.filter(({ rows }) => Object.entries(rows).some(isLost))
}

/** Whether a table's rows in a record hold one that the database has not, asked for all records at once. */
async function lostRows(records: readonly JournalRecord[]) {
  const ids = (table: Journaled) => records.flatMap(({ rows }) => rows[table] ?? []).map(({ id }) => id)
  const held = new Set<string>()
  for (const table of ['marks', 'eventPhases', 'results'] as const) {
    const { rows } = await database.execute<{ id: string }>(
      sql`select id from ${JOURNALED[table]} where id = any(${sql.param(ids(table))}::uuid[])`,
    )
    for (const { id } of rows) held.add(id)
  }
  const { rows: ballots } = await database.execute<{ id: string; at: number }>(
    sql`select id, (extract(epoch from changed_at) * 1000)::float8 as at from ballots
        where id = any(${sql.param(ids('ballots'))}::uuid[])`,
  )
  const changed = new Map(ballots.map(({ id, at }) => [id, Math.round(at)]))
  return ([table, rows]: [string, readonly Record<string, unknown>[] | undefined]): boolean =>
    (rows ?? []).some((row) => {
      if (table === 'ballots') return (changed.get(String(row.id)) ?? 0) < Date.parse(String(row.changed_at))
      return typeof row.id === 'string' && !held.has(row.id)
    })
}

async function writeAgain({ event, rows }: JournalRecord): Promise<number> {
  return transaction(async () => {
    const back: Ids = { ...NONE }
    for (const table of Object.keys(JOURNALED) as Journaled[]) {
      const written = rows[table]
      if (written?.length) back[table] = await insertLost(table, written)
    }
    const details = Object.fromEntries(
      Object.entries(back).filter(([name, ids]) => ids.length > 0 && name !== 'currentMarks'),
    )
    const count = Object.values(details).flat().length
    if (count === 0) return 0
    await record({
      actor: null,
      action: 'replay-journal',
      object: { kind: 'event', id: event },
      event,
      details,
    })
    return count
  })
}

/** The cell moves only to a newer mark, the ballot only to a newer state; everything else is never changed at all. */
const UNLESS_HELD: Record<Journaled, SQL> = {
  marks: sql`on conflict (id) do nothing`,
  currentMarks: sql`on conflict (juror_id, entry_id, criterion_id) do update set mark_id = excluded.mark_id
    where (select received_at from marks where id = current_marks.mark_id)
       <= (select received_at from marks where id = excluded.mark_id)`,
  ballots: sql`on conflict (id) do update set status = excluded.status, reason = excluded.reason,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by
    where ballots.changed_at < excluded.changed_at`,
  eventPhases: sql`on conflict (id) do nothing`,
  results: sql`on conflict (id) do nothing`,
  resultRanks: sql`on conflict do nothing`,
}

async function insertLost(name: Journaled, written: readonly object[]): Promise<string[]> {
  const table = JOURNALED[name]
  const columns = sql.join(
    Object.values(getTableColumns(table)).map((column) => sql.identifier(toSnakeCase(column.name))),
    sql`, `,
  )
  const { rows } = await database.execute<{ id: string }>(
    sql`insert into ${table} (${columns})
        select ${columns} from json_populate_recordset(null::${table}, ${JSON.stringify(written)}::json)
        ${UNLESS_HELD[name]}
        returning ${name === 'currentMarks' ? sql`mark_id` : name === 'resultRanks' ? sql`entry_id` : sql`id`} as id`,
  )
  return rows.map(({ id }) => id)
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}
