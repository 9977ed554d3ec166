import { type Refusal, refuse } from '@/domain/refusal'
import { type Field, type Language, languageOf, mapColumns } from './fields'

/** The encodings a list can be read as; the organizer picks from these when the guess is wrong. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1254',
  'windows-1251',
  'windows-1252',
  'windows-1256',
] as const
export type Encoding = (typeof ENCODINGS)[number]

export const SEPARATORS = [',', ';', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

export const LIST_LIMITS = {
  bytes: 25 * 1024 * 1024,
  rows: 100_000,
  columns: 100,
  cells: 5_000_000,
  linesBeforeHeader: 50,
} as const

/** One line as it stands in the file: its number there (1 is the first) and its cells, untouched. */
export interface TableLine {
  readonly line: number
  readonly cells: readonly string[]
  /** The places of cells whose formula came without a result, or with an error for one. */
  readonly uncomputed?: readonly number[]
}

/** How a list was read, for the organizer to check. Null: does not apply (a spreadsheet has no separator). */
export interface Reading {
  readonly format: 'spreadsheet' | 'text'
  readonly encoding: Encoding | null
  readonly byteOrderMark: boolean
  readonly separator: Separator | null
  readonly sheet: string | null
  /** All sheets of a spreadsheet; a hidden one is never read. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
}

/** A list as a table. Line numbers are those of the file, so that a sentence about a line can be looked up. */
export interface Table {
  readonly fileName: string
  readonly reading: Reading
  readonly language: Language
  readonly headerLine: number
  readonly headings: readonly string[]
  /** What each column holds by its heading; null where it says nothing we know. */
  readonly columns: readonly (Field | null)[]
  readonly rows: readonly TableLine[]
  readonly titleLines: readonly number[]
  readonly blankLines: readonly number[]
  /** Lines with a separator inside quotation marks, kept as one value. */
  readonly quotedLines: readonly number[]
  /** Lines with a cell that is one with the cell above it, whose value it has. */
  readonly mergedLines: readonly number[]
}

/** How the heading of a column ends that we have added ourselves, to say what is wrong with a line; it is no part of a list. */
export const OWN_COLUMN = '(Apogee)'

/** Where the headings stand: the first line with two or more that are recognised, or -1. */
export function headerIndex(lines: readonly TableLine[]): number {
  return lines
    .slice(0, LIST_LIMITS.linesBeforeHeader)
    .findIndex(
      ({ cells }) => cells.length > 1 && languageOf(cells.slice(0, LIST_LIMITS.columns)).recognised >= 2,
    )
}

/**
 * Makes a table of a file's lines: titles above the headings and blank lines are left out but remembered.
 * Refused: `list-empty`, `list-no-header`, `list-no-rows`, `list-too-long`.
 */
export function tableOf(
  fileName: string,
  lines: readonly TableLine[],
  reading: Reading,
  mergedLines: readonly number[] = [],
): Table | Refusal {
  const filled = lines.filter(({ cells }) => !isBlank(cells))
  if (filled.length === 0) return refuse('list-empty', { name: fileName })
  const heading = lines[headerIndex(lines)]
  if (!heading) return refuse('list-no-header', { name: fileName })
  const own = heading.cells.findIndex((cell) => cell.trim().endsWith(OWN_COLUMN))
  const header = without(own, heading)
  const rows = filled.filter(({ line }) => line > header.line).map((row) => without(own, row))
  if (rows.length === 0) return refuse('list-no-rows', { name: fileName, line: header.line })
  if (rows.length > LIST_LIMITS.rows)
    return refuse('list-too-long', { name: fileName, rows: rows.length, limit: LIST_LIMITS.rows })
  const headings = withoutTrailingBlanks(header.cells.slice(0, LIST_LIMITS.columns)).map((heading) =>
    heading.normalize('NFC').trim(),
  )
  return {
    fileName,
    reading,
    language: languageOf(headings).language,
    headerLine: header.line,
    headings,
    columns: mapColumns(headings),
    rows,
    titleLines: filled.filter(({ line }) => line < header.line).map(({ line }) => line),
    blankLines: lines.filter(({ cells }) => isBlank(cells)).map(({ line }) => line),
    quotedLines: rows
      .filter(({ cells }) => cells.some((cell) => reading.separator && cell.includes(reading.separator)))
      .map(({ line }) => line),
    mergedLines,
  }
}

/** A line without one of its cells; -1 leaves it as it is. */
function without(at: number, line: TableLine): TableLine {
  return at < 0 ? line : { ...line, cells: line.cells.toSpliced(at, 1) }
}

/** A line of separators alone is blank, also where another separator was guessed. */
function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => /^[\s,;|]*$/.test(cell))
}

function withoutTrailingBlanks(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)
}
