import 'server-only'
import type { PlannedLine } from '@/domain/registration/import/plan'
import type { TableLine } from '@/domain/registration/import/table'
import { type CheckedLists, planLists, readLists } from './check-lists'
import { type PackedContext, unpackContext } from './context'
import type { GivenList } from './given-list'
import { prepareWrites, type Rows, type ToWrite } from './prepare-writes'

/** Lists to read and plan, either to be looked at or to be written, so many rows at a time. */
export interface Work {
  readonly lists: readonly GivenList[]
  readonly context: PackedContext
  readonly want: 'look' | 'write'
  readonly size: number
}

/** Some rows or lines of one list, as JSON. */
export interface Piece {
  readonly of: 'rows' | 'lines'
  readonly list: number
  readonly json: string
}

/** What the work tells, one after the other: that all is read, what it found, and the rest of it in pieces. */
export type Told =
  | { readonly read: true }
  | { readonly found: string }
  | { readonly piece: Piece }
  | { readonly rows: Rows }

/** Reads and plans lists, and hands out what came of it in pieces that nobody has to wait for long. */
export async function* workOn({ lists, context: packed, want, size }: Work): AsyncGenerator<Told> {
  const context = unpackContext(packed)
  const read = await readLists(lists, context)
  yield { read: true }
  const checked = planLists(read, context)
  if (want === 'look') return yield* inPieces(checked, size)
  const { head, rows } = prepareWrites(checked, context, size)
  yield { found: JSON.stringify(head) }
  for (const some of rows) yield { rows: some }
}

function* inPieces({ lists, plan }: CheckedLists, size: number): Generator<Told> {
  const bare = {
    lists: lists.map((list) => ({ ...list, table: list.table && { ...list.table, rows: [] } })),
    plan: { ...plan, lists: plan.lists.map((list) => ({ ...list, lines: [] })) },
  }
  yield { found: JSON.stringify(bare) }
  for (const [list, { table }] of lists.entries()) yield* pieces('rows', list, table?.rows ?? [], size)
  for (const [list, { lines }] of plan.lists.entries()) yield* pieces('lines', list, lines, size)
}

function* pieces(of: Piece['of'], list: number, all: readonly unknown[], size: number): Generator<Told> {
  for (let start = 0; start < all.length; start += size)
    yield { piece: { of, list, json: JSON.stringify(all.slice(start, start + size)) } }
}

/** What was found, put together again. */
export async function looked(told: AsyncIterable<Told>): Promise<CheckedLists> {
  let found: CheckedLists | undefined
  const all = { rows: new Map<number, TableLine[]>(), lines: new Map<number, PlannedLine[]>() }
  for await (const one of told) {
    if ('found' in one) found = JSON.parse(one.found)
    if (!('piece' in one)) continue
    const { of, list, json } = one.piece
    const known: unknown[] = all[of].get(list) ?? []
    for (const item of JSON.parse(json)) known.push(item)
    all[of].set(list, known as never)
  }
  if (!found) throw new Error('Nothing was told of the lists')
  return {
    lists: found.lists.map((list, at) => ({
      ...list,
      table: list.table && { ...list.table, rows: all.rows.get(at) ?? [] },
    })),
    plan: {
      ...found.plan,
      lists: found.plan.lists.map((list, at) => ({ ...list, lines: all.lines.get(at) ?? [] })),
    },
  }
}

/** What is to be written, and its rows one after the other. */
export async function toWrite(
  told: AsyncIterator<Told>,
): Promise<{ head: ToWrite; rows: AsyncGenerator<Rows> }> {
  let head: ToWrite | undefined
  while (!head) {
    const { value, done } = await told.next()
    if (done) throw new Error('Nothing was told of the lists')
    if ('found' in value) head = JSON.parse(value.found) as ToWrite
  }
  async function* rest(): AsyncGenerator<Rows> {
    for (;;) {
      const { value, done } = await told.next()
      if (done) return
      if ('rows' in value) yield value.rows
    }
  }
  return { head, rows: rest() }
}
