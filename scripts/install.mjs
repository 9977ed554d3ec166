import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** Runs `npm ci` unless node_modules is at least as new as the lock file. */
export function installMissingPackages() {
  const receipt = resolve(root, 'node_modules/.package-lock.json')
  const lock = resolve(root, 'package-lock.json')
  if (existsSync(receipt) && statSync(receipt).mtimeMs >= statSync(lock).mtimeMs) return
  if (existsSync(receipt) && samePackages(receipt, lock)) return
  console.log('Installing packages (npm ci)…')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function samePackages(receipt, lock) {
  const versions = (file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
      .filter(([path, { optional }]) => path !== '' && !optional)
      .map(([path, { version }]) => `${path}@${version}`)
      .sort()
      .join('\n')
  return versions(receipt) === versions(lock)
}
