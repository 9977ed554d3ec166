import { foldEmail, isEmail } from './clean-email'
import { cleanText, isInvisible, splitName } from './clean-text'
import { studyYear } from './clean-year'
import type { CorrectableField, Corrections, LineCells, LineNote, LineProblem, Student } from './lines'
import type { ListRow } from './rows'
import { teamKey } from './team-key'

const LONGEST: Readonly<Record<CorrectableField, number>> = {
  firstName: 100,
  lastName: 100,
  email: 254,
  programme: 200,
  year: 40,
  team: 80,
}

/** A line after cleaning: its cells for the grid, and either the person or what stands in the way. */
export interface CleanLine {
  readonly line: number
  readonly cells: LineCells
  readonly student: Student | null
  readonly problems: readonly LineProblem[]
  readonly notes: readonly LineNote[]
}

/** Corrects, trims and checks one line. A correction also settles a line with more cells than headings. */
export function cleanLine(row: ListRow, correction: Corrections[number] = {}): CleanLine {
  const typed = { ...cellsOf(row), ...correction }
  const cells: LineCells = {
    firstName: cleanText(typed.firstName),
    lastName: cleanText(typed.lastName),
    email: cleanText(typed.email),
    programme: unlessDash(cleanText(typed.programme)),
    year: unlessDash(cleanText(typed.year)),
    team: unlessDash(cleanText(typed.team)),
  }
  const corrected = Object.keys(correction).length > 0
  const problems = firstOfEachField([
    ...(row.surplus > 0 && !corrected ? [problem('line', 'too-many-cells', { surplus: row.surplus })] : []),
    ...formulaProblems(row, correction),
    ...textProblems(typed),
    ...nameProblems(cells),
    ...emailProblems(cells.email),
    ...yearProblems(cells.year),
  ])
  return {
    line: row.line,
    cells,
    student: problems.length > 0 ? null : studentOf(cells),
    problems,
    notes: (cells.firstName === '') === (cells.lastName === '') ? [] : [{ code: 'one-name', values: {} }],
  }
}

/** A registrar's "–", "/" or "?" says that there is nothing to say. */
function unlessDash(text: string): string {
  return /^[\p{P}\s]+$/u.test(text) ? '' : text
}

function firstOfEachField(problems: LineProblem[]): LineProblem[] {
  return problems.filter(({ field }, index) => problems.findIndex((other) => other.field === field) === index)
}

function cellsOf({ cells }: ListRow): LineCells {
  const whole = cells.fullName ?? cells.familyFirstName
  const { firstName, lastName } =
    whole === undefined || isInvisible(whole)
      ? { firstName: cells.firstName ?? whole ?? '', lastName: cells.lastName ?? '' }
      : splitName(whole, cells.fullName === undefined ? 'family-first' : 'given-first')
  return {
    firstName,
    lastName,
    email: cells.email ?? '',
    programme: cells.programme ?? '',
    year: cells.year ?? '',
    team: cells.team ?? '',
  }
}

function studentOf(cells: LineCells): Student {
  const key = teamKey(cells.team)
  return {
    givenName: cells.firstName || cells.lastName,
    familyName: cells.firstName ? cells.lastName : '',
    email: foldEmail(cells.email),
    programme: cells.programme || null,
    year: studyYear(cells.year),
    team: key ? { key, name: cells.team } : null,
  }
}

/** A cell whose formula has no result says nothing, and is not to pass for an empty one. */
function formulaProblems({ uncomputed = [] }: ListRow, correction: Corrections[number]): LineProblem[] {
  const fields = uncomputed.flatMap((field): CorrectableField[] => {
    if (field === 'phone') return []
    return [field === 'fullName' || field === 'familyFirstName' ? 'firstName' : field]
  })
  return fields.filter((field) => correction?.[field] === undefined).map((field) => problem(field, 'formula'))
}

function textProblems(typed: LineCells): LineProblem[] {
  const fields = Object.keys(LONGEST) as CorrectableField[]
  return fields.flatMap((field) => {
    const length = cleanText(typed[field]).length
    if (isInvisible(typed[field])) return [problem(field, 'invisible')]
    if (length > LONGEST[field]) return [problem(field, 'too-long', { length, limit: LONGEST[field] })]
    return []
  })
}

function nameProblems({ firstName, lastName }: LineCells): LineProblem[] {
  return firstName || lastName ? [] : [problem('firstName', 'empty')]
}

function emailProblems(email: string): LineProblem[] {
  if (email === '') return [problem('email', 'empty')]
  return isEmail(foldEmail(email)) ? [] : [problem('email', 'not-an-address', { typed: email })]
}

function yearProblems(year: string): LineProblem[] {
  return year === '' || studyYear(year) !== null ? [] : [problem('year', 'not-a-year', { typed: year })]
}

function problem(
  field: LineProblem['field'],
  code: LineProblem['code'],
  values: LineProblem['values'] = {},
): LineProblem {
  return { field, code, values }
}
