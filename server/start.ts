import 'server-only'
import { connection } from '@/db/client'
import { DatabaseInUse } from '@/db/lock'
import { migrate } from '@/db/migrate'
import { env } from './env'

/**
 * Makes the installation ready. A database held by another process ends this one with a sentence; one that cannot be
 * reached does not: the pages say so and /api/ready answers 503 until it is.
 */
export async function start(): Promise<void> {
  env()
  try {
    await migrate(await connection())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    if (error instanceof DatabaseInUse) process.exit(1)
  }
}
