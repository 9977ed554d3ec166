import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { entries, teams } from '@/db/schema'
import type { Assignment } from '@/domain/judging/assignment/input'
import { minimumBallots } from '@/domain/ranking/gates'
import { panelOf } from './panel-of'
import { type PanelPlan, panelPlan } from './panel-plan'

/** An entry with fewer ballots than its plan asks for, by the team's name. */
export interface Shortfall {
  readonly entry: string
  readonly team: string
  readonly missing: number
}

export async function namedShortfalls(short: Assignment['shortfalls']): Promise<Shortfall[]> {
  if (short.length === 0) return []
  const rows = await (await db())
    .select({ entry: entries.id, team: teams.name })
    .from(entries)
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .where(
      inArray(
        entries.id,
        short.map(({ entry }) => entry),
      ),
    )
  const names = new Map(rows.map(({ entry, team }) => [entry, team]))
  return short
    .map(({ entry, missing }) => ({ entry, team: names.get(entry) ?? '', missing }))
    .sort((a, b) => a.team.localeCompare(b.team, 'en') || (a.entry < b.entry ? -1 : 1))
}

/** How an event's panel stands. Says nothing about who may see it. */
export interface PanelState {
  /** Null before it was ever assigned. */
  readonly plan: PanelPlan | null
  readonly jurors: number
  readonly entries: number
  /** Those that are or may still be given. */
  readonly ballots: number
  /** The fewest and the most ballots of a juror. */
  readonly loads: readonly [number, number]
  readonly shortfalls: readonly Shortfall[]
}

/** Reads how the panel stands, whoever was assigned when. */
export async function panelState(eventId: string): Promise<PanelState> {
  const plan = await panelPlan(eventId)
  const { jurors, entries, conflicts, meetings } = await panelOf(eventId)
  const apart = new Set(conflicts.map(({ juror, entry }) => `${juror} ${entry}`))
  const standing = meetings.filter(
    ({ juror, entry, status, isSetAside }) =>
      status !== 'recused' && status !== 'absent' && !isSetAside && !apart.has(`${juror} ${entry}`),
  )
  const asked = plan?.perEntry ?? minimumBallots(jurors.length)
  const perEntry = countsOf(standing.map(({ entry }) => entry))
  const perJuror = countsOf(standing.map(({ juror }) => juror))
  const loads = jurors.map((juror) => perJuror.get(juror) ?? 0)
  const short = entries.flatMap((entry) => {
    const missing = asked - (perEntry.get(entry) ?? 0)
    return missing > 0 ? [{ entry, missing }] : []
  })
  return {
    plan,
    jurors: jurors.length,
    entries: entries.length,
    ballots: standing.length,
    loads: jurors.length > 0 ? [Math.min(...loads), Math.max(...loads)] : [0, 0],
    shortfalls: plan === null ? [] : await namedShortfalls(short),
  }
}

function countsOf(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
