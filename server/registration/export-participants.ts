import 'server-only'
import { transaction } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { readMessages } from '@/messages/read'
import { record } from '../audit'
import { now } from '../clock'
import { csvOf } from '../csv'
import { type FoundEvent, findEventById } from '../events/find-event'
import { LOCALE } from '../messages'
import { participantsOf } from '../people/queries'
import { xlsxOf } from '../xlsx'

/** In the order of the file; their headings, in words, are those the import knows again. */
const COLUMNS = [
  'firstName',
  'lastName',
  'email',
  'institution',
  'programme',
  'year',
  'team',
  'state',
] as const
type Column = (typeof COLUMNS)[number]
type Rows = readonly Readonly<Record<string, string>>[]

const FORMATS = {
  csv: {
    type: 'text/csv; charset=utf-8',
    write: async (headings: readonly string[], rows: Rows) => csvOf(headings, rows),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsxOf<string>,
  },
} as const
export type ExportFormat = keyof typeof FORMATS
export const EXPORT_FORMATS = Object.keys(FORMATS) as ExportFormat[]

export interface ExportedList {
  readonly name: string
  readonly type: string
  readonly content: string | Uint8Array<ArrayBuffer>
}

/**
 * Everybody registered for an event as a spreadsheet, in the columns the organizer's list shows. Audited, with how many:
 * from here on the addresses are out of the house.
 */
export async function exportParticipants(
  actor: Actor,
  { event, format }: { event: string; format: ExportFormat },
): Promise<ExportedList | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'export-participants', { event: found.facts }, now())
  if (no) return no
  return transaction(async () => {
    const people = await participantsOf(actor, event)
    if (isRefusal(people)) return people
    const details = { people: people.length, format }
    await record({
      actor,
      action: 'export-participants',
      object: { kind: 'event', id: event },
      event,
      details,
    })
    const words: Record<Column, string> = readMessages(LOCALE).organize.people.columns
    const headings = COLUMNS.map((column) => words[column])
    const rows = people.map((person) => {
      const cells = cellsOf(person)
      return Object.fromEntries(COLUMNS.map((column) => [words[column], cells[column]]))
    })
    const { type, write } = FORMATS[format]
    return { name: `${nameOf(found)}.${format}`, type, content: await write(headings, rows) }
  })
}

const nameOf = ({ edition, event }: FoundEvent) => `${edition.slug}-${event.slug}-people`

type Participant = Exclude<Awaited<ReturnType<typeof participantsOf>>, Refusal>[number]

function cellsOf(person: Participant): Record<Column, string> {
  return {
    firstName: person.givenName,
    lastName: person.familyName,
    email: person.email ?? '',
    institution: person.institution ?? '',
    programme: person.programme ?? '',
    year: person.studyYear === null ? '' : String(person.studyYear),
    team: person.team ?? '',
    state: person.state,
  }
}
