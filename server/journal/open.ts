import 'server-only'
import { Journal, journalFile, readJournal } from '@/db/journal'
import { adoptJournal, type JournalRecord, openedJournal } from './keep'
import { type Replayed, replay } from './replay'

/** Nothing is acknowledged before the journal is open. */
export function expectJournal(): void {
  if (journalFile() !== null && !openedJournal()) adoptJournal(null)
}

/**
 * At start, in embedded mode: writes again what the database has lost of the journal, and goes on with it. A fault in
 * the file is told loudly and stops nothing that can still be read.
 */
export async function openJournal(file: string | null = journalFile()): Promise<Replayed | null> {
  if (file === null || openedJournal()) return null
  const found = await readJournal(file)
  const records = (found?.records ?? []).filter(isRecord)
  const replayed = await replay(records)
  for (const sentence of sentencesOf(file, found?.corrupt ?? [], replayed)) console.error(sentence)
  adoptJournal(await Journal.open(file))
  return replayed
}

export const isRecord = (line: unknown): line is JournalRecord =>
  typeof line === 'object' && line !== null && 'event' in line && 'rows' in line

function sentencesOf(file: string, corrupt: readonly number[], { rows, homeless }: Replayed): string[] {
  const said: string[] = []
  if (rows > 0)
    said.push(
      `${rows} acknowledged changes were in the journal but not in the database; they are written again.`,
    )
  if (corrupt.length > 0)
    said.push(
      `THE JOURNAL IS DAMAGED: ${file}, line ${corrupt.join(', ')}. What these lines held may be lost; all others were read.`,
    )
  const [first] = homeless
  if (first)
    said.push(
      `${homeless.length} RECORDS OF THE JOURNAL HAVE NO PLACE in this database (${first.reason}). ` +
        `Restore the backup they belong to; or, if this database is a new one, move ${file} away.`,
    )
  return said
}
