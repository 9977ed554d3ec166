import type { Phase } from '@/domain/events/phases'
import type { EventRow } from '@/server/events/find-event'

interface Facts {
  readonly event: EventRow
  readonly phase: Phase
  readonly people: readonly {
    teamId: string | null
    institutionId: string | null
    confirmedAt: Date | null
  }[]
  readonly teams: readonly { id: string; name: string; seats: number; members: readonly unknown[] }[]
  readonly jurors: number
  readonly at: Date
}

/** One thing that waits for the organizer: its sentence's key with figures, and where it is done. */
export interface Need {
  readonly id: string
  readonly kind:
    | 'open-registration'
    | 'no-people'
    | 'without-team'
    | 'small-team'
    | 'small-teams'
    | 'without-institution'
    | 'no-jury'
    | 'unconfirmed'
    | 'registration-over'
  readonly values: Readonly<Record<string, string | number>>
  readonly path: string
}

/** What needs the organizer now, the most urgent first. */
export function needsOf({ event, phase, people, teams, jurors, at }: Facts): Need[] {
  const alone = people.filter(({ teamId }) => teamId === null).length
  const unconfirmed = people.filter(({ confirmedAt }) => confirmedAt === null).length
  const unplaced = people.filter(({ institutionId }) => institutionId === null).length
  const free = teams.filter(({ seats, members }) => members.length < seats)
  const seats = free.reduce((total, team) => total + team.seats - team.members.length, 0)
  const small = teams.filter(({ members }) => members.length < event.teamMin)
  const over = event.registrationClosesAt !== null && event.registrationClosesAt <= at
  const needs: (Need | false)[] = [
    phase === 'draft' && { id: 'draft', kind: 'open-registration', values: {}, path: 'settings#phase' },
    phase === 'registration' &&
      over && { id: 'over', kind: 'registration-over', values: {}, path: 'settings#phase' },
    people.length === 0 && { id: 'people', kind: 'no-people', values: {}, path: 'import' },
    alone > 0 && {
      id: 'alone',
      kind: 'without-team',
      values: { count: alone, teams: free.length, seats },
      path: 'people?team=none',
    },
    ...(small.length > 3
      ? [
          {
            id: 'small',
            kind: 'small-teams',
            values: { count: small.length, min: event.teamMin },
            path: 'teams',
          } as const,
        ]
      : small.map(
          ({ id, name, members }): Need => ({
            id,
            kind: 'small-team',
            values: { name, count: members.length, min: event.teamMin },
            path: `teams#${id}`,
          }),
        )),
    unplaced > 0 && {
      id: 'unplaced',
      kind: 'without-institution',
      values: { count: unplaced },
      path: 'people?institution=none',
    },
    jurors === 0 && { id: 'jury', kind: 'no-jury', values: {}, path: 'jury' },
    unconfirmed > 0 && {
      id: 'unconfirmed',
      kind: 'unconfirmed',
      values: { count: unconfirmed },
      path: 'people?state=unconfirmed',
    },
  ]
  return needs.filter((need) => need !== false)
}
