import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const output = resolve(root, process.env.NEXT_DIST_DIR ?? '.next')
const receipt = resolve(output, 'apogee-sources')

/** Builds for production unless the last build was of these very sources. */
export async function buildIfStale() {
  const sources = fingerprint()
  if (
    existsSync(resolve(output, 'BUILD_ID')) &&
    existsSync(receipt) &&
    readFileSync(receipt, 'utf8') === sources
  )
    return
  console.log('Building (next build)…')
  await new Promise((done) => {
    const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.on('exit', (code) => (code === 0 ? done() : process.exit(code ?? 1)))
  })
  writeFileSync(receipt, sources)
}

function fingerprint() {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...INPUTS], {
    cwd: root,
    encoding: 'utf8',
  })
  const hash = createHash('sha256')
  for (const file of listed.trim().split('\n')) {
    const path = resolve(root, file)
    if (existsSync(path)) hash.update(file).update(readFileSync(path))
  }
  return hash.digest('hex')
}

const INPUTS = [
  'app',
  'components',
  'db',
  'domain',
  'messages',
  'public',
  'server',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
]
