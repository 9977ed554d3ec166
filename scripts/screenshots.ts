/** `npm run screenshots`: plays the example to publication, serves it and takes the pictures of docs/pictures. */
import { spawn } from 'node:child_process'
import { chromium } from '@playwright/test'
import { addressOf } from '../e2e/stories'
import { buildIfStale } from './build.mjs'
import { findOrInstallChromium } from './chromium.mjs'

const PICTURES = [
  { file: 'results', path: '/actinspace-2018/azerbaijan/results', width: 1280, height: 800, theme: 'dark' },
  { file: 'edition', path: '/actinspace-2018', width: 1440, height: 900, theme: 'dark' },
  { file: 'event', path: '/actinspace-2018/azerbaijan', width: 1440, height: 900, theme: 'light' },
] as const

await buildIfStale()
const server = spawn(process.execPath, ['e2e/serve.mjs', 'published'], { stdio: 'inherit' })
const address = addressOf('published')
while (!(await isReady())) await new Promise((resume) => setTimeout(resume, 300))

const browser = await chromium.launch({ executablePath: findOrInstallChromium(), args: ['--no-sandbox'] })
for (const { file, path, width, height, theme } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme })
  await page.goto(`${address}${path}`, { waitUntil: 'networkidle' })
  await page.screenshot({ path: `docs/pictures/${file}.png` })
  console.log(`docs/pictures/${file}.png`)
  await page.close()
}
await browser.close()
server.kill('SIGTERM')

function isReady(): Promise<boolean> {
  return fetch(`${address}/api/ready`).then(
    ({ ok }) => ok,
    () => false,
  )
}
