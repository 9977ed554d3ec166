import 'server-only'
import { cellState } from '@/domain/judging/cell-state'
import type { RecordedDecision } from '../ranking/decisions'
import type { JuryRecord, PrizeRecord } from './jury-record'
import { expectedSheets, missingBallots } from './missing-ballots'

/** Something that waits for somebody at the desk. `subject` tells two of a kind apart. */
export type Need =
  | { readonly kind: 'reopening'; readonly subject: string; readonly reason: string }
  | {
      readonly kind: 'marks'
      readonly subject: string
      readonly juror: string
      readonly office: string
      /** Marks still to give. */
      readonly marks: number
      readonly sheets: readonly { readonly entry: string; readonly team: string; readonly started: boolean }[]
    }
  | {
      readonly kind: 'gate'
      readonly subject: string
      readonly team: string
      readonly fails: number
      readonly passes: number
    }
  | {
      readonly kind: 'prize'
      readonly subject: string
      readonly prize: string
      /** Ballots its jury still owes. */
      readonly ballots: number
      readonly offices: readonly string[]
    }

/**
 * What needs the desk now: a reopening to confirm, gates the jury disagrees on and nobody has decided, special prizes
 * that keep scoring open once the event's own jury is nearly done, jurors with the fewest sheets left.
 */
export function needsOf(
  record: JuryRecord,
  reopening: { id: string; reason: string } | null,
  decisions: readonly Pick<RecordedDecision, 'kind' | 'entries'>[],
  prizes: readonly PrizeRecord[],
): Need[] {
  const waits: Need[] = reopening
    ? [{ kind: 'reopening', subject: reopening.id, reason: reopening.reason }]
    : []
  const decided = new Set(decisions.flatMap(({ kind, entries }) => (kind.startsWith('gate-') ? entries : [])))
  const gates = gateNeeds(record).filter(({ subject }) => !decided.has(subject))
  return [...waits, ...gates, ...(isNearlyDone(record) ? prizeNeeds(prizes) : []), ...markNeeds(record)]
}

/** No more than the last team is left: as many ballots as there are voting jurors. */
function isNearlyDone(record: JuryRecord): boolean {
  const voting = record.jurors.filter((seat) => seat.seated && seat.voting).length
  return missingBallots(record).length <= voting
}

function prizeNeeds(prizes: readonly PrizeRecord[]): Need[] {
  return prizes.flatMap(({ award, record }) => {
    const missing = missingBallots(record)
    if (missing.length === 0) return []
    const offices = [...new Set(missing.map(({ office }) => office))]
    return [{ kind: 'prize', subject: award.id, prize: award.name, ballots: missing.length, offices }]
  })
}

function markNeeds(record: JuryRecord): Extract<Need, { kind: 'marks' }>[] {
  const perSheet = record.criteria.filter(({ kind }) => kind === 'weighted').length
  const open = expectedSheets(record).filter(
    ({ status, setAside }) => status === 'draft' && setAside === null,
  )
  const teamOf = new Map(
    record.entries.map(({ id, team, order }) => [id, { name: team.name, order: order ?? 0 }]),
  )
  return record.jurors
    .map(({ id, office }) => {
      const own = open.filter(({ juror }) => juror === id)
      const cells = own.map((sheet) => ({
        ...sheet,
        given: cellState(record.criteria, { ...sheet, setAside: false }).given,
      }))
      return {
        kind: 'marks' as const,
        subject: id,
        juror: id,
        office,
        marks: cells.reduce((sum, { given }) => sum + perSheet - given, 0),
        sheets: cells
          .map(({ entry, given }) => ({
            entry,
            team: teamOf.get(entry)?.name ?? '',
            order: teamOf.get(entry)?.order ?? 0,
            started: given > 0,
          }))
          .sort((a, b) => a.order - b.order)
          .map(({ order: _, ...sheet }) => sheet),
      }
    })
    .filter(({ sheets }) => sheets.length > 0)
    .sort((a, b) => a.sheets.length - b.sheets.length)
}

/** Only where some submitted ballots say fail and others pass. */
function gateNeeds({ criteria, entries, sheets }: JuryRecord): Need[] {
  const gates = criteria.filter(({ kind }) => kind === 'gate')
  const counted = sheets.filter(
    ({ status, setAside, conflict }) => status === 'submitted' && setAside === null && !conflict,
  )
  return entries.flatMap(({ id, team }) => {
    const own = counted.filter(({ entry }) => entry === id)
    const fails = own.filter(({ marks }) => gates.some((gate) => marks[gate.id] === 0)).length
    if (fails === 0) return []
    return [{ kind: 'gate' as const, subject: id, team: team.name, fails, passes: own.length - fails }]
  })
}
