import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const find = () =>
  [process.env.CHROMIUM, ...INSTALLED, chromium.executablePath()].find((path) => path && existsSync(path))

/** The path of a real Chromium: installed already, else by Debian's package, else by Playwright's own download. */
export function findOrInstallChromium() {
  const found = find()
  if (found) return found
  console.log('Installing a browser…')
  if (existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { env, stdio: 'ignore' })
  } else {
    execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' })
  }
  const installed = find()
  if (!installed) throw new Error('No Chromium could be found or installed. Set CHROMIUM to the path of one.')
  return installed
}
