import 'server-only'
import { unparse } from 'papaparse'
import type { PublishedResult } from './queries'

/**
 * A published result as CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets). A cell that a spreadsheet would
 * take for a formula gets a leading apostrophe.
 */
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
  const columns = ['rank', 'entry', 'team', 'score', 'decidedBy', 'notRanked']
  return `\uFEFF${unparse({ fields: columns, data: [...ranked, ...apart] }, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
