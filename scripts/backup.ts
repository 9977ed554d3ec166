/** `npm run backup -- FILE`: everything this installation holds, in one file, while people go on. */
import { resolve } from 'node:path'
import { adoptConnection, connect } from '@/db/client'
import { databaseLocation } from '@/db/location'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { type Backup, takeBackup } from '@/server/backup/take-backup'
import { askServer } from '@/server/door'
import { sentenceOf } from '@/server/refusals'

const [name, ...more] = process.argv.slice(2)
try {
  if (!name || more.length > 0 || name.startsWith('-')) {
    console.error('Give one file: npm run backup -- FILE')
    process.exitCode = 2
  } else {
    const taken = await backUp(resolve(name))
    if (isRefusal(taken)) {
      console.error(sentenceOf(taken))
      process.exitCode = 1
    } else {
      const size = `${Math.ceil(taken.bytes / 1024)} kB`
      console.log(
        `${taken.file}: ${taken.rows} rows of ${taken.tables} tables and ${taken.files} decks, ${size}, read again and whole.`,
      )
      if (taken.lost > 0)
        console.error(
          `${taken.lost} decks are known and are in the store no longer: they are not in this backup.`,
        )
      console.log('It holds personal data and the secret of this installation: keep it as you keep those.')
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** The running server alone can read an embedded database; PostgreSQL serves several. */
async function backUp(file: string): Promise<Backup | Refusal> {
  const asked =
    databaseLocation().kind === 'embedded' ? await askServer<Backup | Refusal>('backup', { file }) : null
  if (asked) return asked
  const connection = await connect()
  adoptConnection(connection)
  return takeBackup(file).finally(connection.close)
}
