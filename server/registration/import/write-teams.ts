import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { db } from '@/db/client'
import { entries, teamMembers, teams } from '@/db/schema'
import type { ImportPlan, SeatToTake } from '@/domain/registration/import/plan'
import { teamSlug } from '@/domain/teams/team-slug'
import { now } from '../../clock'
import type { EventRow } from '../../events/find-event'
import { inChunks } from './chunks'
import { keyOf, type WrittenPeople } from './write-people'

export interface WrittenSeat {
  readonly teamId: string
  readonly teamCreated: boolean
  readonly memberId: string
}

/** The seat each line's person took; keyed like the people. */
export type WrittenSeats = ReadonlyMap<string, WrittenSeat>

/** Makes the teams a plan names, each with its entry, and seats their people in the order of the lists. */
export async function writeTeams(
  event: EventRow,
  plan: ImportPlan,
  people: WrittenPeople,
): Promise<WrittenSeats> {
  const database = await db()
  const at = now()
  const known = await database
    .select({ id: teams.id, slug: teams.slug, seats: teams.seats })
    .from(teams)
    .where(eq(teams.eventId, event.id))
  const slugs = new Set(known.map(({ slug }) => slug))
  const made = plan.teams
    .filter(({ id }) => id === null)
    .map(({ key, name, institutionId }) => {
      const slug = teamSlug(name, slugs)
      slugs.add(slug)
      const row = { id: uuidv7(), eventId: event.id, slug, name, nameKey: key, institutionId, createdAt: at }
      return { ...row, seats: event.teamMax }
    })
  await inChunks(made, async (some) => {
    await database.insert(teams).values([...some])
    await database
      .insert(entries)
      .values(some.map(({ id }) => ({ teamId: id, eventId: event.id, enteredAt: at })))
  })
  const idByKey = new Map(made.map(({ nameKey, id }) => [nameKey, id]))
  const seatsById = new Map([...known, ...made].map(({ id, seats }) => [id, seats]))
  const free = await freeSeats(plan, event.id)
  const members: (typeof teamMembers.$inferInsert & { id: string })[] = []
  const written = new Map<string, WrittenSeat>()
  for (const { key, seat, personId } of seatsOf(plan, people)) {
    const teamId = seat.id ?? idByKey.get(seat.key)
    const seats = teamId && seatsById.get(teamId)
    if (!teamId || !seats) throw new Error(`The team “${seat.key}” of the plan is nowhere`)
    const id = uuidv7()
    const provisional = seat.role === 'captain'
    members.push({
      ...{ id, teamId, eventId: event.id, personId, role: seat.role, provisional, seats, joinedAt: at },
      seat: free(teamId),
    })
    written.set(key, { teamId, teamCreated: seat.id === null, memberId: id })
  }
  await inChunks(members, async (some) => {
    await database.insert(teamMembers).values([...some])
  })
  return written
}

function seatsOf(
  plan: ImportPlan,
  people: WrittenPeople,
): { key: string; seat: SeatToTake; personId: string }[] {
  return plan.lists.flatMap(({ name, lines }) =>
    lines.flatMap((line) => {
      const key = keyOf(name, line.line)
      const person = people.get(key)
      if (!person || (line.outcome !== 'create' && line.outcome !== 'update') || !line.seat) return []
      return [{ key, seat: line.seat, personId: person.personId }]
    }),
  )
}

/** Gives the smallest free seat of a team, one after the other. */
async function freeSeats(plan: ImportPlan, eventId: string): Promise<(teamId: string) => number> {
  const existing = plan.teams.flatMap(({ id }) => (id === null ? [] : [id]))
  const taken = new Map<string, Set<number>>()
  if (existing.length > 0) {
    const rows = await (await db())
      .select({ teamId: teamMembers.teamId, seat: teamMembers.seat })
      .from(teamMembers)
      .where(
        and(
          eq(teamMembers.eventId, eventId),
          inArray(teamMembers.teamId, existing),
          isNull(teamMembers.leftAt),
        ),
      )
    for (const { teamId, seat } of rows) taken.set(teamId, (taken.get(teamId) ?? new Set()).add(seat))
  }
  return (teamId) => {
    const seats = taken.get(teamId) ?? new Set<number>()
    let seat = 1
    while (seats.has(seat)) seat++
    taken.set(teamId, seats.add(seat))
    return seat
  }
}
