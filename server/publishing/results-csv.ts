import 'server-only'
import { csvOf } from '../csv'
import type { PublishedResult } from './queries'

/** A published result as CSV: the ranked entries, then those listed apart. */
export function resultsCsv({ ranking, notRanked }: PublishedResult): string {
  const ranked = ranking.map(({ rank, entry, team, score, decidedBy }) => ({
    rank: String(rank),
    entry,
    team: team.name,
    score: score === null ? '' : score.toFixed(2),
    decidedBy: decidedBy ?? '',
    notRanked: '',
  }))
  const apart = notRanked.map(({ entry, team, reason }) => ({
    rank: '',
    entry,
    team: team.name,
    score: '',
    decidedBy: '',
    notRanked: reason,
  }))
  const columns = ['rank', 'entry', 'team', 'score', 'decidedBy', 'notRanked'] as const
  return csvOf(columns, [...ranked, ...apart])
}
