import 'server-only'
import { journalFile, readJournal } from '@/db/journal'
import { openedJournal } from '../journal/keep'
import { isRecord } from '../journal/open'
import { lostRecords } from '../journal/replay'
import { type Finding, fault, fine, warning } from './findings'

/** The journal: readable from end to end, on the disk, and nothing in it that the database lacks. */
export async function examineJournal(hasTables: boolean): Promise<Finding> {
  const file = journalFile()
  if (file === null) return fine('journal-none')
  const open = openedJournal()
  if (open?.fault) return fault('journal-unwritable', { file, reason: open.fault })
  // What is being written just now would look torn.
  const end = await open?.position()
  const found = await readJournal(file)
  if (!found) return fine('journal-new', { file })
  const records = found.records.filter(isRecord)
  if (found.corrupt.length > 0) return fault('journal-damaged', { file, lines: found.corrupt.join(', ') })
  const lost = hasTables ? (await lostRecords(records)).length : 0
  if (lost > 0) return open ? fault('journal-homeless', { file, lost }) : warning('journal-lost', { lost })
  const synced = open?.syncedAt?.toISOString() ?? ''
  const values = { file, records: records.length, kilobytes: Math.ceil((end ?? found.end) / 1024), synced }
  return synced ? fine('journal-synced', values) : fine('journal', values)
}
