import 'server-only'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { db } from '@/db/client'
import { entries, registrations, teamMembers, teams } from '@/db/schema'
import { isUuid } from '../events/find-event'
import { isSealOf, sealOf } from '../seal'

const sealed = (registration: string) => `calendar ${registration}`

/** What opens somebody's own calendar without signing in, as calendar programs do: `?own=…`, which nobody can guess. */
export const ownCalendarKey = (registration: string) => `${registration}.${sealOf(sealed(registration))}`

/**
 * Whose calendar of an event a key opens: their team and the place in the pitch order, each where there is one. Null
 * for a key that is none of ours, of another event, or of somebody who has withdrawn.
 */
export async function ownCalendar(
  event: string,
  key: string,
): Promise<{ team: string | null; pitch: number | null } | null> {
  const [registration = '', seal = ''] = key.split('.')
  if (!isUuid(registration) || !isSealOf(sealed(registration), seal)) return null
  const [found] = await (await db())
    .select({ team: teams.name, pitch: entries.pitchOrder })
    .from(registrations)
    .leftJoin(
      teamMembers,
      and(
        eq(teamMembers.personId, registrations.personId),
        eq(teamMembers.eventId, registrations.eventId),
        isNull(teamMembers.leftAt),
      ),
    )
    .leftJoin(teams, eq(teams.id, teamMembers.teamId))
    .leftJoin(entries, and(eq(entries.teamId, teams.id), eq(entries.eventId, registrations.eventId)))
    .where(
      and(
        eq(registrations.id, registration),
        eq(registrations.eventId, event),
        ne(registrations.state, 'withdrawn'),
      ),
    )
  return found ?? null
}
