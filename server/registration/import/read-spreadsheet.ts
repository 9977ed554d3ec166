import 'server-only'
import readSheets from 'read-excel-file/universal'
import { type Refusal, refuse } from '@/domain/refusal'
import {
  headerIndex,
  LIST_LIMITS,
  type Reading,
  type Table,
  type TableLine,
  tableOf,
} from '@/domain/registration/import/table'
import { type ArchivedFile, unpack } from './unpack'

const UNPACKED_BYTES = 32 * 1024 * 1024
const CELLS = 2_000_000
const CELL_ADDRESS = /\sr\s*=\s*["']\s*([A-Za-z]*)([^"']*)/g

/**
 * The first sheet of an .xlsx file that has recognised headings. Refused besides what `tableOf` refuses:
 * `list-bomb` (far larger unpacked than packed, or cells at the far end of the sheet), `list-unreadable`.
 */
export async function readSpreadsheet(fileName: string, bytes: Uint8Array): Promise<Table | Refusal> {
  const files = unpack(bytes, UNPACKED_BYTES)
  if (files === 'too-large') return refuse('list-bomb', { name: fileName })
  if (files === 'damaged' || !files.some(({ path }) => path === 'xl/workbook.xml'))
    return refuse('list-unreadable', { name: fileName })
  if (files.some(isTooSparse)) return refuse('list-bomb', { name: fileName })

  const sheets = await sheetsOf(bytes)
  if (!sheets) return refuse('list-unreadable', { name: fileName })
  const chosen = sheets.find(({ lines }) => headerIndex(lines) >= 0) ?? sheets[0]
  const reading: Reading = {
    format: 'spreadsheet',
    encoding: null,
    byteOrderMark: false,
    separator: null,
    sheet: chosen?.name ?? null,
  }
  return tableOf(fileName, chosen?.lines ?? [], reading)
}

/** The reader fills every gap up to the last cell, so one cell at XFD1048576 would ask for 17 billion. */
function isTooSparse({ bytes }: ArchivedFile): boolean {
  // A sheet is known by what it holds, since an archive may keep it under any path.
  const xml = bytes.toString('latin1')
  if (!xml.includes('sheetData')) return false
  let rows = 0
  let columns = 0
  for (const [, column = '', row = ''] of xml.matchAll(CELL_ADDRESS)) {
    if (!/^\d{1,7}$/.test(row)) return true
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, columnNumber(column))
  }
  return rows * columns > CELLS || rows > LIST_LIMITS.rows * 10
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

async function sheetsOf(bytes: Uint8Array): Promise<{ name: string; lines: TableLine[] }[] | null> {
  const copy = new Uint8Array(bytes).buffer
  try {
    const sheets = await readSheets(copy, { trim: false })
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      lines: data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) })),
    }))
  } catch {
    // The reader throws for whatever is wrong inside; for the organizer it is one answer: save it anew.
    return null
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}
