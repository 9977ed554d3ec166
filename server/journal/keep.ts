import 'server-only'
import { afterCommit } from '@/db/client'
import { type Journal, JournalFault } from '@/db/journal'
import { inColumns } from '@/db/rows'
import { ballots, currentMarks, eventPhases, marks, resultRanks, results } from '@/db/schema'

/** What is journaled, in the order in which it can be written again. */
export const JOURNALED = { marks, currentMarks, ballots, eventPhases, results, resultRanks }
export type Journaled = keyof typeof JOURNALED

/** Rows of one event as they were written: ids, values and seats; a juror's reason, but nobody's name. */
export type Rows = { readonly [T in Journaled]?: readonly (typeof JOURNALED)[T]['$inferInsert'][] }

/** A line of the journal. The rows are in the words of their tables. */
export interface JournalRecord {
  readonly event: string
  readonly rows: { readonly [T in Journaled]?: readonly Record<string, unknown>[] }
}

// One per process, not one per bundle. `due`: nothing may be acknowledged without it.
const shared = globalThis as typeof globalThis & { apogeeJournal?: { due: boolean; open: Journal | null } }

/** The journal of this process; null with PostgreSQL, which is on the disk before it answers, and in scripts. */
export const openedJournal = (): Journal | null => shared.apogeeJournal?.open ?? null

/** Says that this process answers only for what is in its journal, and gives it one when it is open. */
export function adoptJournal(open: Journal | null): void {
  shared.apogeeJournal = { due: true, open }
}

/** Ends that again. */
export async function leaveJournal(): Promise<void> {
  await openedJournal()?.close()
  shared.apogeeJournal = undefined
}

/**
 * Puts rows just written into the journal, once they are committed. A transaction ends when they are on the disk;
 * outside of one, whoever answers waits for `journalSettled`.
 */
export function keepInJournal(event: string, rows: Rows): void {
  afterCommit(() => {
    const written = openedJournal()?.append({ event, rows: inTableWords(rows) } satisfies JournalRecord)
    written?.catch(() => {})
    return written
  })
}

/** Resolves when all that this process has written down is on the disk. @throws JournalFault */
export async function journalSettled(): Promise<void> {
  const journal = shared.apogeeJournal
  if (journal?.due && !journal.open) throw new JournalFault('of this installation', 'it is not open yet')
  await journal?.open?.settle()
}

const inTableWords = (rows: Rows): JournalRecord['rows'] =>
  Object.fromEntries(Object.entries(rows).map(([name, written]) => [name, written.map(inColumns)]))
