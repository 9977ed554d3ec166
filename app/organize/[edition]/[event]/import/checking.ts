import type { PlannedList } from '@/domain/registration/import/plan'
import type { CheckedImport, CheckedList } from '@/server/registration/import/check-import'
import type { Draft } from '@/server/registration/import/draft'
import type { GivenList } from '@/server/registration/import/given-list'
import type { OrganizedEvent } from '../organized-event'
import { type CheckPlace, LINES_A_PAGE, saidOf } from './check-place'

/** A check as its page sees it: the draft, what came of reading it, and which list one looks at. */
export interface Checking {
  readonly found: OrganizedEvent
  /** The address of the import, without a place in it. */
  readonly path: string
  readonly place: CheckPlace
  readonly draft: Draft
  readonly checked: CheckedImport
  /** The chosen list as it came, as it was read, and what importing it would do; null when it cannot be read. */
  readonly given: GivenList
  readonly list: CheckedList
  readonly planned: PlannedList | null
  /** The institutions' names, by id. */
  readonly names: ReadonlyMap<string, string>
}

/** What every form of a check says without being typed. */
export const aboutOf = ({ found, place }: Checking): Readonly<Record<string, string>> => ({
  eventId: found.event.id,
  ...saidOf({ ...place, at: null, edit: null }),
})

/** The place of a line of any list, by the list's name; null when the list has gone. */
export function placeOfLine({ checked }: Checking, name: string, line: number): Partial<CheckPlace> | null {
  const list = checked.lists.findIndex((one) => one.name === name)
  const lines = checked.plan.lists.find((one) => one.name === name)?.lines ?? []
  const index = lines.findIndex((one) => one.line === line)
  return list < 0 ? null : { list, at: line, page: Math.floor(Math.max(0, index) / LINES_A_PAGE) + 1 }
}
