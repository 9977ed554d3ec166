/** `npm run dev`: installs what is missing and starts the development server. */
import { spawnSync } from 'node:child_process'
import { installMissingPackages } from './install.mjs'

installMissingPackages()
const { status } = spawnSync(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'dev', '-p', process.env.PORT ?? '3000'],
  { stdio: 'inherit' },
)
process.exit(status ?? 1)
