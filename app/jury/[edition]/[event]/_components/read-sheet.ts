import type { DeviceSheet } from '@/domain/judging/device-sheet'
import { cellOf } from '@/domain/judging/receive-marks'
import { runningTotal } from '@/domain/judging/running-total'
import type { SheetData, ShownEntry } from './sheet-data'
import type { Standing } from './team-list'

/** What this device's sheet says of each entry: its marks, its total, how far its ballot is. */
export function readSheet({ criteria, entries }: SheetData, sheet: DeviceSheet) {
  const weighted = criteria.filter(({ kind }) => kind === 'weighted')
  const gates = criteria.filter(({ kind }) => kind === 'gate')
  const yours = entries.filter(({ conflict }) => conflict === null)
  const markAt = (entry: string, criterion: string) => sheet.cells[cellOf({ entry, criterion })]?.value
  const valueAt = (entry: string, criterion: string) => markAt(entry, criterion) ?? null
  const totalOf = (entry: string) => runningTotal(criteria, (criterion) => valueAt(entry, criterion))
  const statusOf = (entry: string) => sheet.ballots[entry]?.status ?? 'draft'
  const reasonOf = (entry: string) => sheet.ballots[entry]?.reason ?? ''

  const standingOf = ({ entry, conflict }: ShownEntry): Standing => {
    if (conflict !== null) return { state: 'conflict', letter: 'C', shown: '', share: 0 }
    const { points, left } = totalOf(entry)
    const marked = weighted.length - left
    const status = statusOf(entry)
    if (status === 'submitted') return { state: 'sent', letter: 'S', shown: points.toFixed(0), share: 1 }
    if (status === 'recused') return { state: 'recused', letter: 'R', shown: '', share: 0 }
    if (status === 'absent') return { state: 'absent', letter: 'A', shown: '', share: 0 }
    if (marked === 0) return { state: 'unopened', letter: '–', shown: '', share: 0 }
    const shown = left === 0 ? points.toFixed(0) : `${marked}/${weighted.length}`
    return { state: left === 0 ? 'complete' : 'part', letter: 'D', shown, share: marked / weighted.length }
  }

  return { weighted, gates, yours, markAt, valueAt, totalOf, statusOf, reasonOf, standingOf }
}

export type SheetReading = ReturnType<typeof readSheet>
