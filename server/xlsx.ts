import 'server-only'
import writeSheet from 'write-excel-file/node'

/** What a cell of the format holds at most (ECMA-376); a spreadsheet refuses the whole file otherwise. */
const LONGEST = 32_767

/**
 * Rows as an XLSX workbook of one sheet, in these columns. Each cell is written as a text, so that nothing in it is a
 * formula, a date or a number; what XML cannot hold is left out.
 */
export async function xlsxOf<C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, string>>[],
): Promise<Uint8Array<ArrayBuffer>> {
  const heading = columns.map((column) => ({
    value: column as string,
    type: String,
    fontWeight: 'bold' as const,
  }))
  const lines = rows.map((row) => columns.map((column) => ({ value: cellOf(row[column]), type: String })))
  return new Uint8Array(await writeSheet([heading, ...lines], { stickyRowsCount: 1 }).toBuffer())
}

/** Without control characters, halves of surrogate pairs and non-characters (XML 1.0, production 2). */
const cellOf = (text: string) =>
  text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '').slice(0, LONGEST)
