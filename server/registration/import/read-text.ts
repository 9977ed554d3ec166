import 'server-only'
import Papa from 'papaparse'
import { type Refusal, refuse } from '@/domain/refusal'
import { languageOf } from '@/domain/registration/import/fields'
import {
  headerIndex,
  LIST_LIMITS,
  type Reading,
  SEPARATORS,
  type Separator,
  type Table,
  type TableLine,
  tableOf,
} from '@/domain/registration/import/table'
import { unprotected } from '../../csv'

/**
 * Text with separators as a table. The separator is the one `said`, else that under which most headings are recognised.
 * Refused besides what `tableOf` refuses: `list-unreadable` (not text), `list-bomb` (separators and hardly
 * anything else), `list-open-quote`.
 */
export function readText(
  fileName: string,
  text: string,
  how: Pick<Reading, 'encoding' | 'byteOrderMark'>,
  said?: Separator,
): Table | Refusal {
  if (text.includes('\0')) return refuse('list-unreadable', { name: fileName })
  const normal = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const separator = said ?? separatorOf(normal)
  if (countOf(normal, separator) > LIST_LIMITS.cells) return refuse('list-bomb', { name: fileName })
  const { lines, openQuote } = linesOf(normal, separator)
  if (openQuote !== null) return refuse('list-open-quote', { name: fileName, line: openQuote })
  return tableOf(fileName, lines, { format: 'text', sheet: null, sheets: [], separator, ...how })
}

/** So much of a text is looked at to guess: headings stand at its beginning. */
const HEAD_LENGTH = 256 * 1024

function countOf(text: string, separator: Separator): number {
  let count = 0
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) count += 1
  return count
}

function separatorOf(text: string): Separator {
  const head = text.slice(0, HEAD_LENGTH).split('\n', LIST_LIMITS.linesBeforeHeader).join('\n')
  const scored = SEPARATORS.map((separator) => {
    const { lines } = linesOf(head, separator)
    return {
      separator,
      score: languageOf(lines[headerIndex(lines)]?.cells.slice(0, LIST_LIMITS.columns) ?? []).recognised,
    }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator
}

/** Each record with the number of the line it begins on: a value in quotes may run over several lines. */
function linesOf(text: string, separator: Separator): { lines: TableLine[]; openQuote: number | null } {
  const lines: TableLine[] = []
  let openQuote: number | null = null
  let line = 1
  let start = 0
  Papa.parse<string[]>(text, {
    delimiter: separator,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      if (errors.some(({ code }) => code === 'MissingQuotes')) openQuote ??= line
      lines.push({ line, cells: data.map(unprotected) })
      for (let at = start; at < meta.cursor; at += 1) if (text[at] === '\n') line += 1
      start = meta.cursor
    },
  })
  if (text.endsWith('\n') && lines.at(-1)?.line === line) lines.pop()
  return { lines, openQuote }
}
