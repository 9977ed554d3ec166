/** `npm run db:migrate`: brings the database of this installation to the newest tables. */
import { connect } from '@/db/client'
import { migrate } from '@/db/migrate'

try {
  const connection = await connect()
  await migrate(connection)
  await connection.close()
  console.log('The database has the newest tables.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
