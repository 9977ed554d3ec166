/**
 * `npm run db:seed -- [registration|judging|closed|published]`: plays the example edition into an empty database, only
 * through the use cases people have. With `--without-lists` nobody has registered in Azerbaijan yet.
 */
import { parseArgs } from 'node:util'
import { adoptConnection, connect } from '@/db/client'
import { migrate } from '@/db/migrate'
import { STAGES, type Stage } from './seed/stages'
import { playStory } from './seed/story'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'without-lists': { type: 'boolean', default: false } },
})
const stage = (positionals[0] ?? 'judging') as Stage

if (!STAGES.includes(stage)) {
  console.error(`There is no stage “${stage}”. Choose one of: ${STAGES.join(', ')}.`)
  process.exit(2)
}

try {
  const connection = await connect()
  adoptConnection(connection)
  await migrate(connection)
  await playStory(stage, { withLists: !values['without-lists'] })
  await connection.close()
} catch (error) {
  console.error(error instanceof Error ? (process.env.DEBUG ? error : error.message) : error)
  process.exitCode = 1
}
