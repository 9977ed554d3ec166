import Papa from 'papaparse'
import { type Refusal, refuse } from '@/domain/refusal'
import { isInvisible } from '@/domain/registration/import/clean-text'
import type { Cell } from './cells'
import type { Score } from './tally'

/**
 * A committee's sheet of scores. `criteria` is empty when the file gives totals; otherwise `parts` holds, for each of
 * `scores`, one value a criterion in the order of `criteria`, and a ballot's value is their mean.
 */
export interface ScoreSheet {
  readonly scores: readonly Score[]
  readonly criteria: readonly string[]
  readonly parts: readonly (readonly number[])[]
  /** Ballots that lack a criterion which others have: nothing missing is ever 0, so they do not count. */
  readonly missing: readonly Cell[]
}

const NEEDED = ['juror', 'entrant', 'score'] as const
const DELIMITERS = [',', ';', '\t', '|'] as const
/** A dot or a comma before the decimals, nothing between thousands: 7,5 is 7.5 and can never be 75. */
const DECIMAL = /^[+-]?\d+(?:[.,]\d+)?$/
const LARGEST = 1e9

/**
 * Reads `juror,entrant,score` or `juror,entrant,criterion,score`, in any order and case, separated by comma,
 * semicolon, tab or bar; other columns are ignored. Refused with the line when a row cannot be understood.
 */
export function readScoreFile(text: string): ScoreSheet | Refusal {
  const table = readTable(text)
  if ('refused' in table) return table
  const { header, rows } = table
  const missing = NEEDED.find((name) => !header.includes(name))
  if (missing) return refuse('score-file-column', { column: missing })
  const twice = header.find((name, place) => name && header.indexOf(name) !== place)
  if (twice) return refuse('score-file-column-twice', { column: twice })
  if (rows.length === 0) return refuse('score-file-empty')

  const marks = new Map<string, Mark>()
  for (const row of rows) {
    const mark = readRow(row, header)
    if ('refused' in mark) return mark
    const key = JSON.stringify([mark.juror, mark.entry, mark.criterion])
    const first = marks.get(key)
    if (first) {
      const { juror, entry: entrant, line } = mark
      return refuse('score-file-twice', { line, first: first.line, juror, entrant })
    }
    marks.set(key, mark)
  }
  return header.includes('criterion')
    ? sheetOfCriteria([...marks.values()])
    : sheetOfTotals([...marks.values()])
}

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

interface Mark extends Score {
  readonly criterion: string
  readonly line: number
}

function readTable(text: string): { header: readonly string[]; rows: readonly Row[] } | Refusal {
  const content = text.replace(/^\uFEFF/, '')
  const { data, errors } = Papa.parse<string[]>(content, { delimiter: delimiterOf(content) })
  const [broken] = errors
  if (broken) return refuse('score-file-quotes', { line: (broken.row ?? 0) + 1 })
  const [header, ...rows] = data
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.normalize('NFC').trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (!header) return refuse('score-file-empty')
  const names = header.cells.map((name) => name.toLowerCase())
  // A separator too many at the heading's end names no column that could take the 5 of an unquoted 7,5.
  return { header: names.slice(0, names.findLastIndex((name) => name !== '') + 1), rows }
}

/** The separator that the heading uses most: decimals in the rows cannot mislead it. */
function delimiterOf(content: string): string {
  const heading = content.trimStart().split(/[\r\n]/, 1)[0] ?? ''
  const uses = (delimiter: string) => heading.split(delimiter).length
  return DELIMITERS.reduce((best, delimiter) => (uses(delimiter) > uses(best) ? delimiter : best))
}

function readRow({ line, cells }: Row, header: readonly string[]): Mark | Refusal {
  // An unquoted decimal comma in a file of commas shows itself as one cell too many.
  if (cells.slice(header.length).some((cell) => cell !== ''))
    return refuse('score-file-cells', { line, cells: cells.length, columns: header.length })
  const cell = (name: string) => cells[header.indexOf(name)] ?? ''
  const named = header.includes('criterion') ? ['juror', 'entrant', 'criterion'] : ['juror', 'entrant']
  const unnamed = named.find((name) => cell(name) === '' || isInvisible(cell(name)))
  if (unnamed) return refuse('score-file-name', { line, column: unnamed })

  const written = cell('score')
  const value = DECIMAL.test(written) ? Number(written.replace(',', '.')) : Number.NaN
  if (!(Math.abs(value) <= LARGEST)) return refuse('score-file-number', { line, score: written })
  return { line, juror: cell('juror'), entry: cell('entrant'), criterion: cell('criterion'), value }
}

function sheetOfTotals(marks: readonly Mark[]): ScoreSheet {
  const scores = marks.map(({ juror, entry, value }) => ({ juror, entry, value }))
  return { scores, criteria: [], parts: [], missing: [] }
}

/** Criteria in the order in which the file first names them, all of one weight. */
function sheetOfCriteria(marks: readonly Mark[]): ScoreSheet {
  const criteria = [...new Set(marks.map(({ criterion }) => criterion))]
  const ballots = new Map<string, Cell & { values: Map<string, number> }>()
  for (const { juror, entry, criterion, value } of marks) {
    const key = JSON.stringify([juror, entry])
    const ballot = ballots.get(key) ?? { juror, entry, values: new Map() }
    ballot.values.set(criterion, value)
    ballots.set(key, ballot)
  }
  const all = [...ballots.values()]
  const complete = all.filter(({ values }) => values.size === criteria.length)
  const parts = complete.map(({ values }) => criteria.map((criterion) => values.get(criterion) ?? 0))
  const scores = complete.map(({ juror, entry }, ballot) => ({
    juror,
    entry,
    value: mean(parts[ballot] ?? []),
  }))
  const missing = all
    .filter(({ values }) => values.size < criteria.length)
    .map(({ juror, entry }) => ({ juror, entry }))
  return { scores, criteria, parts, missing }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
