import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import Papa from 'papaparse'
import { MOMENTS } from '../scripts/bench/server'
import { installation, KeptServer } from '../scripts/fault/server'
import { BAKU, enter } from './roles'
import { dataOf, STORIES } from './stories'

test.describe.configure({ mode: 'serial' })

const TYPED: readonly string[] = JSON.parse(
  readFileSync(resolve(import.meta.dirname, 'naughty-names.json'), 'utf8'),
)
const NAMES = TYPED.map((typed) => typed.replaceAll(/[\u202c\u202e]/g, ''))
const LIST = Papa.unparse([
  ['First name', 'Last name', 'E-mail', 'Programme', 'Team'],
  ...TYPED.map((name, index) => [name, name, `student${index}@ada.example`, name, name]),
])

const { port, moment } = STORIES.names
let server: KeptServer

test.beforeAll(async () => {
  server = new KeptServer(port, { ...installation(dataOf('names')), DEMO_STAGE: 'registration' })
  await server.start(Date.parse(moment) - Date.parse(MOMENTS.judging))
})
test.afterAll(() => server.stop())

/** What a page asks of others, and whether a name ran as a script on it. */
async function watched(page: Page) {
  const strangers: string[] = []
  page.on('dialog', (dialog) => strangers.push(dialog.message()))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== 'localhost') strangers.push(request.url())
  })
  return async () => {
    expect(await page.evaluate(() => 'naughty' in window)).toBe(false)
    expect(strangers).toEqual([])
  }
}

test('a list of names that break others is imported, and every page says them as they are', async ({
  browser,
}) => {
  const page = await enter(browser, 'names', 'organizer')
  const nothingRan = await watched(page)
  await page.goto(`/organize/${BAKU}/import`)
  const file = { name: 'names.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: `Import ${NAMES.length} people` }).click()
  await expect(page.getByText(`${NAMES.length} people imported`)).toBeVisible()
  await nothingRan()
  for (const place of ['people', 'teams', 'check-in', 'check-in/badges']) {
    await page.goto(`/organize/${BAKU}/${place}`)
    for (const name of NAMES) await expect(page.getByText(name).first()).toBeAttached()
    await nothingRan()
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .goto(`/organize/${BAKU}/people`)
      .then(() => page.getByRole('button', { name: 'Download for Excel' }).click()),
  ])
  expect(download.suggestedFilename()).toBe('actinspace-2018-azerbaijan-people.xlsx')
})

test('each team has its page, its title and its picture', async ({ browser }) => {
  const page = await enter(browser, 'names', null)
  const nothingRan = await watched(page)
  const { teams } = await (await page.request.get(`/api/v1/events/${BAKU}/teams`)).json()
  const named: { slug: string; name: string }[] = teams
  expect(named.map(({ name }) => name).toSorted()).toEqual(NAMES.toSorted())
  await page.goto(`/${BAKU}/teams`)
  for (const name of NAMES) await expect(page.getByText(name, { exact: true }).first()).toBeVisible()
  // Every third of them is enough to wait for; all of them stand in the list above.
  for (const { slug, name } of named.filter((_, at) => at % 3 === 0)) {
    await page.goto(`/${BAKU}/teams/${slug}`)
    expect(await page.evaluate(() => document.title)).toBe(`${name} · Azerbaijan national final · Apogee`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  }
  await nothingRan()
  const told = await page.locator('meta[property="og:image"]').getAttribute('content')
  const picture = await page.request.get(new URL(told ?? '').pathname)
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/png'])
})
