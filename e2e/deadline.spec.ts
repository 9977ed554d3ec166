import { expect, test } from '@playwright/test'
import { MOMENTS } from '../scripts/bench/server'
import { installation, KeptServer } from '../scripts/fault/server'
import { drawDeck } from './deck'
import { enter } from './roles'
import { dataOf, STORIES } from './stories'

test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

const { port, moment } = STORIES.deadline
let server: KeptServer

// Seventy seconds before 11:00 in Baku when it starts.
test.beforeAll(async () => {
  server = new KeptServer(port, { ...installation(dataOf('deadline')), DEMO_STAGE: 'registration' })
  await server.start(Date.parse(moment) - Date.parse(MOMENTS.judging))
})
test.afterAll(() => server.stop())

test('without scripts a deck is sent by a plain form, and one with a password is refused by name', async ({
  browser,
}) => {
  const page = await enter(browser, 'deadline', 'captain', { javaScriptEnabled: false })
  await page.goto('/me/project')
  const field = page.locator('input[type=file]')
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })
  await field.setInputFiles(file('locked.pdf', await drawDeck(1, 0, 'secret')))
  await page.getByRole('button', { name: 'Upload the deck' }).click()
  await expect(page.getByText('“locked.pdf” asks for a password')).toBeVisible()
  await field.setInputFiles(file('plain.pdf', await drawDeck(3)))
  await page.getByRole('button', { name: 'Upload the deck' }).click()
  await expect(page.getByText('plain.pdf')).toBeVisible()
  await expect(page.getByText('3 pages')).toBeVisible()
})

test('the deadline passes while the deck is on its way: begun before it, it counts and says so', async ({
  browser,
}) => {
  const page = await enter(browser, 'deadline', 'captain', { viewport: { width: 360, height: 740 } })
  await page.goto('/me/project')
  await page.getByLabel('Challenge').selectOption({ index: 1 })
  await page.getByLabel('Title').fill('City light at night')
  await page.getByLabel('Summary').fill('Where the light goes.')
  await page.getByLabel('Link to the video').fill('https://youtu.be/abcdefghijk')
  await page.getByLabel('Prior work and licences').fill('None.')
  await page.getByLabel('Rights, patents and ideas').fill('All of it is ours.')
  await expect(page.getByText('Draft saved')).toBeVisible()

  let held = true
  await page.route(/\/decks\/.*offset=/, (route) => (held ? route.abort() : route.continue()))
  const deck = { name: 'last-minute.pdf', mimeType: 'application/pdf', buffer: await drawDeck(5) }
  await page.locator('input[type=file]').setInputFiles(deck)
  await expect(page.getByText(/begun 10:5[89]:\d\d/)).toBeVisible()
  const other = await enter(browser, 'deadline', 'captain')
  await expect(async () => {
    await other.goto('/me')
    await expect(other.getByText('The deadline has passed')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 120_000 })
  held = false

  await expect(page.getByText(/begun 10:5[89]:\d\d/)).toBeHidden({ timeout: 30_000 })
  await page.goto('/me')
  await expect(page.getByText('Version 1 is with the jury.')).toBeVisible()
  await expect(page.getByText(/upload begun 10:5[89]:\d\d Baku, before the deadline/)).toBeVisible()
})
