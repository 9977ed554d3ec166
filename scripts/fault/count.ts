import { connect } from '@/db/client'
import { databaseLocation } from '@/db/location'

export interface Count {
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
}

/** Compares what was acknowledged with what the database holds once its server is gone. */
export async function count(acknowledged: ReadonlySet<string>, env: NodeJS.ProcessEnv): Promise<Count> {
  const { pool, close } = await connect(databaseLocation(env))
  try {
    const held = await pool.query<{ id: string }>('select id from marks where id = any($1::uuid[])', [
      [...acknowledged],
    ])
    const doubled = await pool.query(
      `select from marks where device = 'bench' group by juror_id, seq having count(*) > 1`,
    )
    return {
      acknowledged: acknowledged.size,
      lost: acknowledged.size - held.rows.length,
      doubled: doubled.rowCount ?? 0,
    }
  } finally {
    await close()
  }
}
