import type { Field } from './fields'

/** Why a line is not imported; each has its sentence in messages/en/import.json under `lines`. */
export const LINE_CODES = [
  'empty',
  'invisible',
  'too-long',
  'not-an-address',
  'not-a-year',
  'too-many-cells',
  'formula',
  'shared-address',
  'team-full',
] as const
export type LineCode = (typeof LINE_CODES)[number]

/** What deserves a look though the line is imported; sentences under `notes`. */
export const NOTE_CODES = [
  'one-name',
  'same-name',
  'in-another-team',
  'not-seated',
  'own-words-kept',
  'withdrawn',
  'address-of-another',
] as const
export type NoteCode = (typeof NOTE_CODES)[number]

/** The fields a cell of the grid can correct. */
export type CorrectableField = Exclude<Field, 'phone' | 'familyFirstName' | 'fullName'>

/** What the organizer typed over a line's cells, by line number. An empty text clears the cell. */
export type Corrections = Readonly<Record<number, Partial<Readonly<Record<CorrectableField, string>>>>>

type Values = Readonly<Record<string, string | number>>

export interface LineProblem {
  /** `line` when it is not one cell's fault. */
  readonly field: CorrectableField | 'line'
  readonly code: LineCode
  readonly values: Values
}

export interface LineNote {
  readonly code: NoteCode
  readonly values: Values
}

/** A line's cells as they stand after corrections, in the shape of the grid. */
export type LineCells = Readonly<Record<CorrectableField, string>>

export interface TeamName {
  readonly key: string
  readonly name: string
}

/** A person as a list tells of them. A null says that the list is silent, not that there is nothing. */
export interface Student {
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly programme: string | null
  readonly year: number | null
  readonly team: TeamName | null
}
