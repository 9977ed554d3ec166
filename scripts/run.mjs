/** Runs a TypeScript door of this folder: `node scripts/run.mjs scripts/rank.ts FILE.csv`. */
import { spawnSync } from 'node:child_process'
import { installMissingPackages } from './install.mjs'

installMissingPackages()
const [script, ...rest] = process.argv.slice(2)
const { status } = spawnSync(
  process.execPath,
  ['--conditions=react-server', '--import', 'tsx', script, ...rest],
  { stdio: 'inherit' },
)
process.exit(status ?? 1)
