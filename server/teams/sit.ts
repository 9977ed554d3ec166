import 'server-only'
import { db } from '@/db/client'
import { teamMembers } from '@/db/schema'
import { now } from '../clock'
import type { MemberRow, TeamRow } from './find-team'
import { stopLooking } from './stop-looking'

/**
 * Takes a free seat for a person in the caller's transaction, which holds the team and knows who sits there. A team
 * without a captain (an emptied one) is led by who comes first; nobody else comes as one, whatever they were before.
 */
export async function sit(
  team: TeamRow,
  members: readonly MemberRow[],
  { personId, seat, cameFrom }: { personId: string; seat: number; cameFrom: string | null },
): Promise<void> {
  await (await db()).insert(teamMembers).values({
    ...{ teamId: team.id, eventId: team.eventId, personId, seats: team.seats, seat, joinedAt: now() },
    role: members.some(({ role }) => role === 'captain') ? 'member' : 'captain',
    cameFromId: cameFrom,
  })
  await stopLooking(personId, team.eventId)
}
