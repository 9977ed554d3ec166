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
import { columnNumber, type MergedRange, readWorkbook, type SheetFacts } from './read-workbook'
import { type ArchivedFile, unpack } from './unpack'

const UNPACKED_BYTES = 128 * 1024 * 1024
const CELLS = 2_000_000
const CELL_ADDRESS = /\sr\s*=\s*["']\s*([A-Za-z]*)([^"']*)/g

/**
 * A visible sheet of an .xlsx file: the one of that name, else the first with recognised headings. Cells that are one
 * with the cell above have its value. Refused besides what `tableOf` refuses: `list-bomb` (far larger unpacked than
 * packed, or cells at the far end of the sheet), `list-hidden-sheet`, `list-unreadable`.
 */
export async function readSpreadsheet(
  fileName: string,
  bytes: Uint8Array,
  wanted?: string,
): Promise<Table | Refusal> {
  const files = unpack(bytes, UNPACKED_BYTES)
  if (files === 'too-large') return refuse('list-bomb', { name: fileName })
  if (files === 'damaged' || !files.some(({ path }) => path === 'xl/workbook.xml'))
    return refuse('list-unreadable', { name: fileName })
  if (files.some(isTooSparse)) return refuse('list-bomb', { name: fileName })

  const read = await sheetsOf(bytes)
  if (!read) return refuse('list-unreadable', { name: fileName })
  const facts = new Map(readWorkbook(files).map((sheet) => [sheet.name, sheet]))
  const sheets = read.map((sheet) => ({ ...sheet, hidden: facts.get(sheet.name)?.hidden ?? false }))
  const visible = sheets.filter(({ hidden }) => !hidden)
  const chosen =
    visible.find(({ name }) => name === wanted) ?? sheets.filter(hasHeadings).find(({ hidden }) => !hidden)
  const behind = sheets.find((sheet) => sheet.hidden && hasHeadings(sheet))
  if (!chosen && behind) return refuse('list-hidden-sheet', { name: fileName, sheet: behind.name })
  const sheet = chosen ?? visible[0]
  const known = sheet && facts.get(sheet.name)
  const { lines, mergedLines } = fillDown(sheet?.lines ?? [], known?.merges ?? [])
  const reading: Reading = {
    format: 'spreadsheet',
    encoding: null,
    byteOrderMark: false,
    separator: null,
    sheet: sheet?.name ?? null,
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
  }
  return tableOf(fileName, withUncomputed(lines, known?.uncomputed), reading, mergedLines)
}

const hasHeadings = ({ lines }: { lines: readonly TableLine[] }) => headerIndex(lines) >= 0

/**
 * Gives the cells of a range that is one the value it shows, downwards and below the headings: one team written beside
 * its five members is the team of all five. A line that holds nothing else stays blank.
 */
function fillDown(
  lines: readonly TableLine[],
  merges: readonly MergedRange[],
): { lines: readonly TableLine[]; mergedLines: number[] } {
  const header = lines[headerIndex(lines)]?.line ?? Number.POSITIVE_INFINITY
  const filled = new Map<number, string[]>()
  let left = CELLS
  for (const { top, left: column, bottom } of merges) {
    const value = lines[top - 1]?.cells[column - 1] ?? ''
    if (top <= header || value.trim() === '') continue
    for (let line = top + 1; line <= Math.min(bottom, lines.length) && left > 0; line += 1) {
      left -= 1
      const own = lines[line - 1]?.cells ?? []
      if (own.every((cell) => cell.trim() === '')) continue
      const cells = filled.get(line) ?? [...own]
      cells[column - 1] = value
      filled.set(line, cells)
    }
  }
  return {
    lines:
      filled.size === 0 ? lines : lines.map((one) => ({ ...one, cells: filled.get(one.line) ?? one.cells })),
    mergedLines: [...filled.keys()].sort((a, b) => a - b),
  }
}

function withUncomputed(
  lines: readonly TableLine[],
  uncomputed: SheetFacts['uncomputed'] = new Map(),
): readonly TableLine[] {
  if (uncomputed.size === 0) return lines
  return lines.map((one) => {
    const places = uncomputed.get(one.line)
    return places ? { ...one, uncomputed: places } : one
  })
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
