import { mkdirSync, writeFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { wrapPglite } from './client'
import { migrate } from './migrate'

export const TEMPLATE = '.test-template/embedded.tar'

/** Before all use-case tests: an empty, migrated embedded database, dumped once and cloned by each worker. */
export async function setup() {
  if (process.env.TEST_DATABASE_URL) return
  const client = await PGlite.create('memory://')
  const connection = wrapPglite(client)
  await migrate(connection)
  const dump = await client.dumpDataDir('none')
  mkdirSync('.test-template', { recursive: true })
  writeFileSync(TEMPLATE, Buffer.from(await dump.arrayBuffer()))
  await connection.close()
}
