import 'server-only'
import type { importDraftLists } from '@/db/schema'
import type { Field } from '@/domain/registration/import/fields'
import type { Corrections } from '@/domain/registration/import/lines'
import type { Encoding, Separator } from '@/domain/registration/import/table'

/** A list as it came, and what the organizer has said about it. */
export interface GivenList {
  readonly name: string
  readonly bytes: Uint8Array
  /** Absent: the institution that owns most of its addresses. */
  readonly institution?: string
  readonly encoding?: Encoding
  /** Absent: the one under which most headings are recognised. */
  readonly separator?: Separator
  /** The sheet of a spreadsheet, by its name. Absent: the first visible one with headings. */
  readonly sheet?: string
  readonly columns?: readonly (Field | null)[]
  readonly corrections?: Corrections
  readonly leftOut?: readonly number[]
}

type Row = Omit<typeof importDraftLists.$inferSelect, 'draftId' | 'position'>

/** A list in the columns of a draft's table. */
export const rowOf = (list: GivenList): Row => ({
  name: list.name,
  content: list.bytes,
  ...saidOf(list),
})

/** What was said about a list, in the columns of a draft's table; never the file. */
export const saidOf = (list: GivenList) => ({
  encoding: list.encoding ?? null,
  separator: list.separator ?? null,
  sheet: list.sheet?.slice(0, 200) ?? null,
  institutionId: list.institution ?? null,
  columns: list.columns ?? null,
  corrections: list.corrections ?? {},
  leftOut: [...(list.leftOut ?? [])],
})

/** A draft's row as the list it is, around a file that never changes. */
export const listOf = (row: Omit<Row, 'content'>, bytes: Uint8Array): GivenList => ({
  name: row.name,
  bytes,
  institution: row.institutionId ?? undefined,
  encoding: row.encoding ?? undefined,
  separator: row.separator ?? undefined,
  sheet: row.sheet ?? undefined,
  columns: row.columns ?? undefined,
  corrections: row.corrections,
  leftOut: row.leftOut,
})
