import 'server-only'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { editions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { shiftTimes } from '@/domain/events/shift-times'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import type { NewEvent } from './create-event'
import { type EventParts, partsOf } from './event-parts'
import { type EventRow, findEventById, isUuid } from './find-event'

/** An event to be made from an earlier one. */
export interface EventCopy {
  readonly source: string
  /** The edition it belongs to, and the event its winner goes to. */
  readonly edition: string
  readonly parent: string | null
  readonly slug: string
  readonly name: string
  readonly startsAt: Date
  /** Where it is; the source's own place where nothing is said. */
  readonly place?: Partial<
    Pick<EventRow, 'country' | 'city' | 'venue' | 'timeZone' | 'latitude' | 'longitude'>
  >
}

export interface PlannedCopy {
  readonly event: NewEvent
  readonly parts: EventParts
}

const DATES = [
  'endsAt',
  'registrationOpensAt',
  'registrationClosesAt',
  'submissionsDueAt',
  'rosterLocksAt',
  'scoringClosesAt',
] as const

/**
 * What a copy of an event would be: its settings, with all times moved to the new beginning as its clock shows them, its
 * rubric, prizes, partners and schedule. Team sizes keep within what the new edition allows. Refused `not-found`.
 */
export async function planEventCopy(actor: Actor, copy: EventCopy): Promise<PlannedCopy | Refusal> {
  const found = await findEventById(copy.source)
  if (!found) return refuse('not-found')
  const no = can(actor, 'copy-event', { event: found.facts }, now())
  if (no) return no
  const [edition] = isUuid(copy.edition)
    ? await database.select().from(editions).where(eq(editions.id, copy.edition))
    : []
  if (!edition || edition.competitionId !== found.competition.id) return refuse('not-found')
  const { id: _, ...settings } = found.event
  const place = { ...settings, ...copy.place }
  const parts = await partsOf(found.event.id)
  const move = (times: readonly Date[]) =>
    shiftTimes(
      times,
      { at: settings.startsAt, timeZone: settings.timeZone },
      { at: copy.startsAt, timeZone: place.timeZone },
    )
  const moved = moveAll([{ ...settings }, ...parts.schedule], [...DATES, 'startsAt'], move)
  const [dates = settings, ...schedule] = moved
  const [teamMin, teamMax] = sizesWithin(settings, edition)
  return {
    event: {
      ...place,
      ...(Object.fromEntries(DATES.map((date) => [date, dates[date as keyof typeof dates]])) as Pick<
        EventRow,
        (typeof DATES)[number]
      >),
      startsAt: copy.startsAt,
      editionId: edition.id,
      parentId: copy.parent,
      slug: copy.slug,
      name: copy.name,
      ...{ teamMin, teamMax },
      // Whether a country is new to the competition, and whether data are invented, is said of one event.
      ...{ firstInCountry: false, exampleData: false },
    },
    parts: { ...parts, schedule: schedule as EventParts['schedule'] },
  }
}

/** The rows with these of their times moved, all together, so that their order holds. */
function moveAll<Row extends object>(
  rows: readonly Row[],
  names: readonly string[],
  move: (times: readonly Date[]) => Date[],
): Row[] {
  const found = rows.flatMap((row, index) =>
    names.flatMap((name) => {
      const time = (row as Record<string, unknown>)[name]
      return time instanceof Date ? [{ index, name, time }] : []
    }),
  )
  const moved = move(found.map(({ time }) => time))
  const copies = rows.map((row) => ({ ...row }) as Record<string, unknown>)
  for (const [at, { index, name }] of found.entries()) (copies[index] ?? {})[name] = moved[at]
  return copies as Row[]
}

interface Sizes {
  readonly teamMin: number
  readonly teamMax: number
}

/** An event may tighten what the edition allows and not widen it. */
function sizesWithin(own: Sizes, allowed: Sizes): [min: number, max: number] {
  const [min, max] = [Math.max(own.teamMin, allowed.teamMin), Math.min(own.teamMax, allowed.teamMax)]
  return min <= max ? [min, max] : [allowed.teamMin, allowed.teamMax]
}
