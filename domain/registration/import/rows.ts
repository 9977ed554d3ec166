import { type Refusal, refuse } from '@/domain/refusal'
import type { Field } from './fields'
import type { Table } from './table'

/** A line of a list with its cells by field; `surplus` counts filled cells beyond the last heading. */
export interface ListRow {
  readonly line: number
  readonly cells: Partial<Readonly<Record<Field, string>>>
  readonly surplus: number
  /** The fields whose formula came without a result. */
  readonly uncomputed?: readonly Field[]
}

/**
 * Reads a table's cells by what its columns hold (`columns` overrides the table's own guess).
 * Refused: `list-columns-missing` when no column holds an e-mail or a name.
 */
export function rowsOf(
  table: Table,
  columns: readonly (Field | null)[] = table.columns,
): readonly ListRow[] | Refusal {
  const named = columns.some((field) => field?.endsWith('Name'))
  const addressed = columns.includes('email')
  if (!named || !addressed)
    return refuse('list-columns-missing', {
      name: table.fileName,
      missing: named ? 'email' : addressed ? 'name' : 'both',
      headings: table.headings.join(', '),
    })
  const held = columns.flatMap((field, index) => (field === null ? [] : [{ field, index }]))
  return table.rows.map(({ line, cells, uncomputed }) => ({
    line,
    cells: cellsBy(held, cells),
    surplus: cells.slice(table.headings.length).filter((cell) => cell.trim() !== '').length,
    ...(uncomputed && { uncomputed: uncomputed.flatMap((at) => columns[at] ?? []) }),
  }))
}

function cellsBy(
  held: readonly { field: Field; index: number }[],
  cells: readonly string[],
): ListRow['cells'] {
  const named: Partial<Record<Field, string>> = {}
  for (const { field, index } of held) named[field] = cells[index] ?? ''
  return named
}
