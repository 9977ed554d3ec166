/** `npm run restore -- FILE [--replace]`: fills this installation from a backup, all of it or nothing. */
import { parseArgs } from 'node:util'
import { adoptConnection, connect } from '@/db/client'
import { DatabaseInUse } from '@/db/lock'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { type Restored, restoreBackup } from '@/server/backup/restore-backup'
import { askServer } from '@/server/door'
import { sentenceOf } from '@/server/refusals'

const HOW = 'Give one file: npm run restore -- FILE [--replace]'

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new Error(HOW)
  const restored = await restore(file, values.replace)
  if (isRefusal(restored)) {
    console.error(sentenceOf(restored))
    process.exitCode = 1
  } else {
    const { takenAt, rows, tables, files, journalAside } = restored
    console.log(`Restored as it was at ${takenAt}: ${rows} rows of ${tables} tables and ${files} decks.`)
    if (journalAside) console.log(`The journal of what was here before is now ${journalAside}.`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = error instanceof Error && (error.message === HOW || 'code' in error) ? 2 : 1
}

/** A running server would answer from what is being replaced. */
async function restore(file: string, replace: boolean): Promise<Restored | Refusal> {
  const running = await askServer<{ pid: number }>('who')
  if (running) return refuse('restore-running', { holder: `process ${running.pid}` })
  try {
    const connection = await connect()
    adoptConnection(connection)
    return await restoreBackup(file, { replace }).finally(connection.close)
  } catch (error) {
    if (error instanceof DatabaseInUse) return refuse('restore-running', { holder: error.holder })
    throw error
  }
}
