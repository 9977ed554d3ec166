import 'server-only'
import type { JuryRecord, RecordedSheet } from './jury-record'

/** A sheet that was assigned and is neither submitted, recused nor absent. */
export interface MissingBallot {
  readonly juror: string
  readonly office: string
  readonly entry: string
  readonly team: string
}

/** The sheets a jury must answer: of seated voting jurors, for entries still in, across no conflict. */
export function expectedSheets({ jurors, entries, sheets }: JuryRecord): RecordedSheet[] {
  const voting = new Set(jurors.filter(({ seated, voting }) => seated && voting).map(({ id }) => id))
  const running = new Set(entries.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id))
  return sheets.filter(({ juror, entry, conflict }) => voting.has(juror) && running.has(entry) && !conflict)
}

/** What scoring still waits for, in the order of the jury and of the pitches. */
export function missingBallots(record: JuryRecord): MissingBallot[] {
  const open = expectedSheets(record).filter(({ status }) => status === 'draft')
  return record.jurors.flatMap(({ id: juror, office }) =>
    record.entries.flatMap(({ id: entry, team }) =>
      open.some((sheet) => sheet.juror === juror && sheet.entry === entry)
        ? [{ juror, office, entry, team: team.name }]
        : [],
    ),
  )
}
