import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { installation, KeptServer } from '../scripts/fault/server'
import { emptySheet, expectMarks, scoreTeam, sheetOf } from './hall'
import { makeRelease } from './release'
import { BAKU, enter } from './roles'
import { dataOf, STORIES } from './stories'

test.describe.configure({ mode: 'serial' })

const PHONE = { viewport: { width: 390, height: 844 } }
const SHEET = `/jury/${BAKU}`
/** A sheet that failed often waits half a minute between two tries, and gives a try fifteen seconds. */
const LONGEST = 75_000

let server: KeptServer | undefined
let release: ReturnType<typeof makeRelease> | undefined

/** Ends what serves now, if anything, and serves this build instead. */
async function serve(build = '.next'): Promise<void> {
  await server?.stop()
  const env = { ...installation(dataOf('release')), NEXT_DIST_DIR: build }
  server = new KeptServer(STORIES.release.port, env)
  await server.start()
}

test.afterEach(async () => {
  await server?.stop()
  release?.remove()
})

const chip = (page: Page) => page.getByRole('status').filter({ hasText: /^(Sent \d|Everything is sent)/ })
const waiting = (page: Page, marks: number) =>
  page.getByText(`Waiting for network: ${marks} marks are safe here`)
const nextTeam = (page: Page) => page.getByRole('button', { name: /^Next team/ }).click()

/** The scripts a page runs on. */
const scriptsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement>('script[src]')]
      .map(({ src }) => new URL(src).pathname)
      .sort(),
  )

/** The scripts the browser keeps for a page that is loaded without a network. */
const keptBy = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })

/** Waits until the page as it is would open without a network. */
async function untilKept(page: Page): Promise<void> {
  const scripts = await scriptsOf(page)
  expect(scripts.length).toBeGreaterThan(3)
  const lacking = async () => {
    const kept = await keptBy(page)
    return [SHEET, ...scripts].filter((file) => !kept.includes(file))
  }
  await expect.poll(lacking).toEqual([])
}

/** A juror's empty sheet, kept by the browser. */
async function begin(browser: Browser, account: string): Promise<Page> {
  test.setTimeout(180_000)
  const page = await enter(browser, 'release', account, PHONE)
  await page.goto(SHEET)
  await emptySheet(page)
  await page.goto(SHEET)
  await untilKept(page)
  return page
}

test('a new release is deployed while marks wait: the open sheet sends them and goes on, and loaded again it is the new one', async ({
  browser,
}) => {
  await serve()
  const page = await begin(browser, 'juror1')
  const old = await scriptsOf(page)
  await server?.stop()
  await scoreTeam(page, 0)
  await expect(waiting(page, 4)).toBeVisible()

  release = makeRelease()
  await serve(release.directory)
  await expect(chip(page)).toBeVisible({ timeout: LONGEST })
  await nextTeam(page)
  await scoreTeam(page, 1)
  await expect(chip(page)).toBeVisible()
  expectMarks(await sheetOf(page), 2)

  await page.reload()
  await nextTeam(page)
  expect((await scriptsOf(page)).filter((script) => old.includes(script))).toEqual([])
  await untilKept(page)
  expect((await keptBy(page)).filter((file) => old.includes(file))).toEqual([])
  await server?.stop()
  await page.reload()
  await nextTeam(page)
  await nextTeam(page)
  await scoreTeam(page, 2)
  await expect(waiting(page, 4)).toBeVisible()
  await serve(release.directory)
  await expect(chip(page)).toBeVisible({ timeout: LONGEST })
  expectMarks(await sheetOf(page), 3)
})

test('a release whose files do not arrive leaves the sheet that was kept: it opens without a network', async ({
  browser,
}) => {
  await serve()
  const page = await begin(browser, 'juror2')
  const old = await scriptsOf(page)
  await server?.stop()

  release = makeRelease()
  rmSync(join(release.directory, 'static/chunks'), { recursive: true })
  await serve(release.directory)
  await page.reload()
  expect((await scriptsOf(page)).filter((script) => old.includes(script))).toEqual([])
  // The worker has asked for the new page's files by then, and got none.
  await page.waitForLoadState('networkidle')
  await server?.stop()

  await page.reload()
  // Also the one it loads later, for the day the network does not come back.
  await expect.poll(() => scriptsOf(page)).toEqual(old)
  await scoreTeam(page, 0)
  await expect(waiting(page, 4)).toBeVisible()
  await serve()
  await expect(chip(page)).toBeVisible({ timeout: LONGEST })
  expectMarks(await sheetOf(page), 1)
})
