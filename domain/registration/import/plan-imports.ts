import { letterKey } from '@/domain/organizations/name'
import { alikeTeams } from './alike'
import { changesTo } from './changes'
import { type Claims, type CleanList, claimsOf } from './claims'
import { type CleanLine, cleanLine } from './clean-line'
import type { LineNote, LineProblem, Student } from './lines'
import {
  type Figures,
  type ImportContext,
  type ImportPlan,
  type KnownRegistration,
  type ListToPlan,
  OUTCOMES,
  type Outcome,
  type PlannedLine,
  type PlannedList,
} from './plan'
import { Seats } from './seats'

/**
 * What importing these lists together would do, line by line, in their order; nothing is written. A line creates a
 * registration, updates one or leaves it unchanged; repeats a line above it (`duplicate`); belongs to another
 * institution or list (`elsewhere`); has something to correct (`error`); or was left out. Names of lists must differ.
 */
export function planImports(lists: readonly ListToPlan[], context: ImportContext): ImportPlan {
  const clean = lists.map(cleanList)
  const claims = claimsOf(clean, context)
  const seats = new Seats(context)
  const planned = clean.map((list) => planList(list, claims, seats))
  return {
    lists: planned,
    teams: seats.joined(),
    figures: figuresOf(planned.flatMap(({ lines }) => lines)),
    alike: alikeTeams(seats.all()),
  }
}

/** The plan of a single list. */
export function planImport(list: ListToPlan, context: ImportContext): ImportPlan {
  return planImports([list], context)
}

function cleanList({ name, institutionId, rows, corrections = {}, leftOut = [] }: ListToPlan): CleanList {
  return {
    name,
    institutionId,
    leftOut: new Set(leftOut),
    lines: rows.map((row) => cleanLine(row, corrections[row.line])),
  }
}

function planList(list: CleanList, claims: Claims, seats: Seats): PlannedList {
  const nameKey = nameKeys()
  const first = new Map<string, { line: number; student: Student }>()
  const namesakes = new Map<string, number>()
  const lines = list.lines.map((clean) => {
    if (list.leftOut.has(clean.line)) return { ...shown(clean), outcome: 'left-out' } as const
    if (!clean.student) return { ...shown(clean), outcome: 'error', problems: clean.problems } as const
    const { student } = clean
    const person = claims.personOf(student.email)
    const earlier = first.get(person)
    if (earlier) return repeated(clean, student, earlier, nameKey)
    first.set(person, { line: clean.line, student })
    const at = claims.elsewhere(student.email, list)
    if (at) return { ...shown(clean), outcome: 'elsewhere', at, student } as const
    const key = nameKey(student)
    const namesake = namesakes.get(key)
    if (namesake === undefined) namesakes.set(key, clean.line)
    const owner = claims.ownerOf(student.email)
    const notes = [
      ...(namesake === undefined ? [] : [note('same-name', { line: namesake })]),
      ...(owner === null || owner === list.institutionId
        ? []
        : [note('address-of-another', { institution: owner })]),
    ]
    const known = claims.knownAs(student.email)
    return known
      ? planKnown(withNotes(clean, notes), student, known, list, seats)
      : planNew(withNotes(clean, notes), student, list, seats)
  })
  return {
    name: list.name,
    institutionId: list.institutionId,
    lines,
    figures: figuresOf(lines),
  }
}

/** The same address again: a repeat of the same person is kept once, another name under it must be corrected. */
function repeated(
  clean: CleanLine,
  student: Student,
  earlier: { line: number; student: Student },
  nameKey: (student: Student) => string,
): PlannedLine {
  if (student.email !== earlier.student.email || nameKey(student) === nameKey(earlier.student))
    return { ...shown(clean), outcome: 'duplicate', of: earlier.line, student }
  const name = `${earlier.student.givenName} ${earlier.student.familyName}`.trim()
  return failed(clean, { field: 'email', code: 'shared-address', values: { line: earlier.line, name } })
}

function planNew(clean: CleanLine, student: Student, list: CleanList, seats: Seats): PlannedLine {
  if (!student.team) return { ...shown(clean), outcome: 'create', student, seat: null }
  const seat = seats.take(student.team, placeOf(clean, list))
  if ('full' in seat) return failed(clean, teamFull(seat))
  return { ...shown(clean), outcome: 'create', student, seat }
}

/** Somebody registered already. A list seats people who have no team; it moves nobody from one to another. */
function planKnown(
  clean: CleanLine,
  student: Student,
  known: KnownRegistration,
  list: CleanList,
  seats: Seats,
): PlannedLine {
  const { personId } = known
  if (known.state === 'withdrawn')
    return { ...shown(withNotes(clean, [note('withdrawn')])), outcome: 'unchanged', personId, student }
  const { changes, notes } = changesTo(known, student, list.institutionId)
  const seatless = student.team !== null && known.teamKey === null
  const seat =
    student.team && seatless && !known.confirmed ? seats.take(student.team, placeOf(clean, list)) : null
  if (seat && 'full' in seat) return failed(clean, teamFull(seat))
  const sitsElsewhere = student.team && known.teamKey !== null && known.teamKey !== student.team.key
  const seatNotes = [
    ...(sitsElsewhere ? [note('in-another-team')] : []),
    ...(seatless && known.confirmed ? [note('not-seated')] : []),
  ]
  const line = shown(withNotes(clean, [...notes, ...seatNotes]))
  return seat || Object.keys(changes).length > 0
    ? { ...line, outcome: 'update', personId, student, changes, seat }
    : { ...line, outcome: 'unchanged', personId, student }
}

function placeOf({ line }: CleanLine, { name, institutionId }: CleanList) {
  return { list: name, line, institutionId }
}

function teamFull({ full, name }: { full: number; name: string }): LineProblem {
  return { field: 'team', code: 'team-full', values: { team: name, limit: full } }
}

function failed(clean: CleanLine, problem: LineProblem): PlannedLine {
  return { ...shown(clean), outcome: 'error', problems: [problem] }
}

function note(code: LineNote['code'], values: LineNote['values'] = {}): LineNote {
  return { code, values }
}

function withNotes(clean: CleanLine, notes: readonly LineNote[]): CleanLine {
  return { ...clean, notes: [...clean.notes, ...notes] }
}

function shown({ line, cells, notes }: CleanLine) {
  return { line, cells, notes }
}

/** The words of a name in any order: "Tağıyev Anar" and "Anar Tağıyev" are one person. Many share a word. */
function nameKeys(): (student: Student) => string {
  const known = new Map<string, string>()
  const keyOf = (word: string) => {
    const key = known.get(word) ?? letterKey(word)
    known.set(word, key)
    return key
  }
  return ({ givenName, familyName }) =>
    `${givenName} ${familyName}`.split(' ').map(keyOf).filter(Boolean).sort().join(' ')
}

function figuresOf(lines: readonly PlannedLine[]): Figures {
  const counts = new Map<Outcome, number>()
  for (const { outcome } of lines) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return {
    rows: lines.length,
    ...(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, counts.get(outcome) ?? 0])) as Record<
      Outcome,
      number
    >),
  }
}
