import 'server-only'
import Papa from 'papaparse'

/** What a spreadsheet would take for a formula by how it begins, also where it goes on in a second line. */
const FORMULA = /^[=+\-@\t\r]/
const PROTECTED = /^'(?=[=+\-@\t\r])/

/**
 * Rows as CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets), in these columns. A cell that a spreadsheet
 * would take for a formula gets a leading apostrophe.
 */
export function csvOf<C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, string>>[],
): string {
  return separated([[...columns], ...rows.map((row) => columns.map((column) => row[column]))])
}

/** Lines of cells as such a text, with another separator than a comma if one is given. */
export function separated(lines: readonly (readonly string[])[], separator = ','): string {
  const settings = { escapeFormulae: FORMULA, newline: '\r\n', delimiter: separator }
  return `\uFEFF${Papa.unparse(lines as string[][], settings)}\r\n`
}

/** A cell as it was before `separated` protected it. */
export const unprotected = (cell: string) => cell.replace(PROTECTED, '')
