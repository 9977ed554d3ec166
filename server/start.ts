import 'server-only'
import { connection } from '@/db/client'
import { DatabaseInUse } from '@/db/lock'
import { migrate } from '@/db/migrate'
import { takeBackup } from './backup/take-backup'
import { examine } from './doctor/examine'
import { openDoor } from './door'
import { announceSetup } from './editions/announce-setup'
import { env } from './env'
import { expectJournal, openJournal } from './journal/open'
import { openFastLane } from './judging/fast-lane'
import { startMailWorker } from './mail-worker'
import { databaseFault } from './readiness'
import { startDraftSweep } from './registration/import/draft'
import { startDailyRetention } from './retention/daily-retention'
import { retentionErrand } from './retention/errand'

const RETRY_MS = 5_000

/**
 * Makes the installation ready. A database held by another process ends this one with a sentence; one that cannot be
 * reached does not: the pages say so and /api/ready answers 503 until it is, and its tables are made then.
 */
export async function start(): Promise<void> {
  env()
  expectJournal()
  try {
    await migrate(await connection())
    await openJournal()
    openDoor({
      backup: ({ file }) => takeBackup(String(file)),
      doctor: examine,
      retention: retentionErrand,
      who: async () => ({ pid: process.pid }),
    })
    startMailWorker()
    startDailyRetention()
    await announceSetup()
    startDraftSweep()
    openFastLane()
  } catch (error) {
    console.error((await databaseFault()) ?? (error instanceof Error ? error.message : error))
    if (error instanceof DatabaseInUse) process.exit(1)
    setTimeout(start, RETRY_MS).unref()
  }
}
