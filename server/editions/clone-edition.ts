import 'server-only'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { challenges, editions, events } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { daysBetween, laterDay } from '@/domain/editions/days'
import { isDay } from '@/domain/editions/new-edition'
import { instantIn, wallClock } from '@/domain/events/wall-clock'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { allOrNothing } from '../all-or-nothing'
import { record } from '../audit'
import { now } from '../clock'
import { cloneEvent } from '../events/clone-event'
import { type EditionRow, type EventRow, isUuid } from '../events/find-event'
import { createEdition } from './create-edition'

export interface EditionCopy {
  readonly source: string
  readonly slug: string
  readonly ordinal: number
  readonly year: number
  readonly scope: string
  /** The day that the source's first day becomes; every other day moves with it. */
  readonly startsOn: string
  /** Whether the challenges are set again. */
  readonly challenges: boolean
}

/**
 * Makes an edition from an earlier one: its sizes and days, its tree of events as `cloneEvent` copies each, and its
 * challenges where wanted. No people, no marks, no figures. Refused `not-found`, `day-malformed`, and what
 * `createEdition` and `cloneEvent` refuse; nothing is made then.
 */
export async function cloneEdition(
  actor: Actor,
  { source: sourceId, challenges: again, startsOn, ...given }: EditionCopy,
): Promise<{ edition: string; events: number } | Refusal> {
  const source = await editionOf(sourceId)
  if (!source) return refuse('not-found')
  const no = can(actor, 'create-edition', { competition: source.competitionId }, now())
  if (no) return no
  if (!isDay(startsOn)) return refuse('day-malformed', { field: 'startsOn' })
  return allOrNothing(async () => {
    const tree = parentsFirst(await database.select().from(events).where(eq(events.editionId, source.id)))
    const days = daysBetween(firstDayOf(source, tree) ?? startsOn, startsOn)
    const { teamMin, teamMax, challengeOwnerConflicts, finalCity, competitionId } = source
    const later = (day: string | null) => day && laterDay(day, days)
    const made = await createEdition(actor, {
      ...given,
      ...{ competitionId, teamMin, teamMax, challengeOwnerConflicts, finalCity, startsOn },
      ...{ endsOn: later(source.endsOn), finalOn: later(source.finalOn) },
    })
    if (isRefusal(made)) return made
    const copies = new Map<string, string>()
    for (const event of tree) {
      const copied = await cloneEvent(actor, {
        ...{ source: event.id, edition: made.edition, slug: event.slug, name: event.name },
        parent: (event.parentId && copies.get(event.parentId)) ?? null,
        startsAt: daysLater(event.startsAt, event.timeZone, days),
      })
      if (isRefusal(copied)) return copied
      copies.set(event.id, copied.event)
    }
    if (again) await setAgain(source.id, made.edition)
    const object = { kind: 'edition', id: made.edition }
    await record({
      ...{ actor, action: 'clone-edition', object },
      details: { from: source.id, events: copies.size, challenges: again },
    })
    return { ...made, events: copies.size }
  })
}

async function editionOf(id: string): Promise<EditionRow | undefined> {
  return isUuid(id) ? (await database.select().from(editions).where(eq(editions.id, id)))[0] : undefined
}

/** The first day of an edition: as it is said, else that of its first event, else none. */
export function firstDayOf(edition: EditionRow, tree: readonly EventRow[]): string | null {
  const days = tree.map(({ timeZone, startsAt }) => wallClock(timeZone, startsAt).slice(0, 10))
  return edition.startsOn ?? days.sort()[0] ?? null
}

/** Each event after the one its winner goes to. */
function parentsFirst(tree: readonly EventRow[], parent: string | null = null): EventRow[] {
  const here = tree.filter(({ parentId }) => parentId === parent)
  return here.flatMap((event) => [event, ...parentsFirst(tree, event.id)])
}

/** So many days later at the same hour of the wall's clock. */
function daysLater(at: Date, timeZone: string, days: number): Date {
  const [day = '', clock = ''] = wallClock(timeZone, at).split('T')
  return instantIn(timeZone, `${laterDay(day, days)}T${clock}`) ?? new Date(at.getTime() + days * 86_400_000)
}

async function setAgain(from: string, to: string): Promise<void> {
  const rows = await database.select().from(challenges).where(eq(challenges.editionId, from))
  if (rows.length > 0)
    await database.insert(challenges).values(rows.map(({ id: _, ...one }) => ({ ...one, editionId: to })))
}
