import 'server-only'
import { unparse } from 'papaparse'

/**
 * Rows as CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets), in these columns. A cell that a spreadsheet
 * would take for a formula gets a leading apostrophe.
 */
export function csvOf<C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, string>>[],
): string {
  const settings = { escapeFormulae: true, newline: '\r\n' }
  return `\uFEFF${unparse({ fields: [...columns], data: [...rows] }, settings)}\r\n`
}
