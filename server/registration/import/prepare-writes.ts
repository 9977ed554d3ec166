import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Refusal } from '@/domain/refusal'
import type { Field } from '@/domain/registration/import/fields'
import type { Changes, Figures, PlannedLine, SeatToTake } from '@/domain/registration/import/plan'
import { teamSlug } from '@/domain/teams/team-slug'
import type { CheckedLists } from './check-lists'
import type { CheckContext } from './context'

/** A list whose lines are to be written, as one import. */
export interface ListToWrite {
  readonly id: string
  readonly name: string
  readonly institution: string
  readonly figures: Figures
  /** What its columns hold, where that was said by hand. */
  readonly said: { readonly headings: readonly string[]; readonly columns: readonly (Field | null)[] } | null
}

/** What an import writes, of any number of lines: what it is about, and then rows of one table after the other as JSON. */
export interface ToWrite {
  readonly refusal: Refusal | null
  readonly lists: readonly ListToWrite[]
  readonly figures: Figures
  readonly rows: number
}

/** Some rows; of lines also whether one of them changes somebody who is registered. */
export interface Rows {
  readonly of: 'teams' | 'lines'
  readonly count: number
  readonly updates: boolean
  readonly json: string
}

/** Turns a plan into rows with their keys, slugs and seats, so that writing them is left to the database. */
export function prepareWrites({ lists, plan }: CheckedLists, context: CheckContext, size: number) {
  const written = plan.lists.map((list): ListToWrite => {
    const checked = lists.find(({ name }) => name === list.name)
    const said = checked?.byHand && checked.table ? checked.table : null
    const { name, institutionId: institution, figures } = list
    return {
      ...{ id: uuidv7(), name, institution, figures },
      said: said && { headings: said.headings, columns: said.columns },
    }
  })
  const teams = plan.teams.filter(({ id }) => id === null)
  const lines = plan.lists.flatMap(({ lines }) => lines.length)
  const head: ToWrite = {
    refusal: lists.find(({ refusal }) => refusal)?.refusal ?? null,
    lists: written,
    figures: plan.figures,
    rows: teams.length + lines.reduce((sum, count) => sum + count, 0),
  }

  function* rows(): Generator<Rows> {
    const made = teamRows(teams, context)
    for (const some of inPieces(made, size)) yield rowsOf('teams', some, false)
    const seats = new FreeSeats(context, made)
    for (const [at, list] of plan.lists.entries()) {
      const { id = '', institution = '' } = written[at] ?? {}
      for (const some of inPieces(list.lines, size)) {
        const values = some.map((line) => lineRow({ id, institution }, line, seats))
        yield rowsOf(
          'lines',
          values,
          some.some(({ outcome }) => outcome === 'update'),
        )
      }
    }
  }
  return { head, rows: rows() }
}

const rowsOf = (of: Rows['of'], values: readonly unknown[], updates: boolean): Rows => ({
  ...{ of, updates, count: values.length },
  json: wellFormed(JSON.stringify(values)),
})

/** Half a character, as cutting a text can leave it, is nothing a database keeps. */
const wellFormed = (json: string) =>
  json.includes('\\ud') ? json.replace(/(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g, '$1\ufffd') : json

function* inPieces<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size)
}

type TeamRow = ReturnType<typeof teamRows>[number]

function teamRows(teams: CheckedLists['plan']['teams'], { teams: standing, event }: CheckContext) {
  const slugs = new Set(standing.map(({ slug }) => slug))
  return teams.map(({ key, name, institutionId }) => {
    const slug = teamSlug(name, slugs)
    slugs.add(slug)
    const entry = uuidv7()
    return { id: uuidv7(), entry, slug, name, key, institution: institutionId, seats: event.teamSize.max }
  })
}

/** Gives the smallest free seat of a team, one after the other. */
class FreeSeats {
  private readonly teams = new Map<string, { id: string; seats: number; made: boolean; taken: Set<number> }>()

  constructor({ known, teams, event }: CheckContext, made: readonly TeamRow[]) {
    const taken = new Map(teams.map((team) => [team.id, team.taken]))
    for (const { id, key, seats = event.teamSize.max } of known.teams)
      this.teams.set(key, { id, seats, made: false, taken: new Set(taken.get(id)) })
    for (const { id, key, seats } of made) this.teams.set(key, { id, seats, made: true, taken: new Set() })
  }

  take({ key, role }: SeatToTake) {
    const team = this.teams.get(key)
    if (!team) throw new Error(`The team “${key}” of the plan is nowhere`)
    let seat = 1
    while (team.taken.has(seat)) seat++
    team.taken.add(seat)
    return { member: uuidv7(), team: team.id, teamMade: team.made, seat, seats: team.seats, role }
  }
}

/** One line in one shape, for a hundred thousand of them: what does not apply is undefined, and not in the JSON. */
function lineRow(of: { id: string; institution: string }, line: PlannedLine, seats: FreeSeats) {
  const fresh = line.outcome === 'create' ? line.student : undefined
  const changed = line.outcome === 'update' ? line : undefined
  const seat = (line.outcome === 'create' || line.outcome === 'update') && line.seat
  const taken = seat ? seats.take(seat) : undefined
  return {
    import: of.id,
    institution: of.institution,
    line: line.line,
    outcome: line.outcome,
    person: fresh ? uuidv7() : changed?.personId,
    registration: fresh && uuidv7(),
    email: fresh?.email,
    given: fresh ? fresh.givenName : changed?.changes.givenName?.to,
    family: fresh ? fresh.familyName : changed?.changes.familyName?.to,
    programme: fresh ? fresh.programme : changed?.changes.programme?.to,
    year: fresh ? fresh.year : changed?.changes.year?.to,
    joins: changed?.changes.institutionId?.to,
    before: changed && beforeOf(changed.changes),
    member: taken?.member,
    team: taken?.team,
    teamMade: taken?.teamMade,
    seat: taken?.seat,
    seats: taken?.seats,
    role: taken?.role,
  }
}

const beforeOf = (changes: Changes) =>
  Object.fromEntries(Object.entries(changes).map(([field, { from }]) => [field, from]))
