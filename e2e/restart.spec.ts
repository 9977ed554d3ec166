import { type Browser, expect, type Page, test } from '@playwright/test'
import { installation, KeptServer } from '../scripts/fault/server'
import { emptySheet, expectMarks, scoreTeam, sheetOf } from './hall'
import { makeLink, seatOf } from './personal-link'
import { BAKU, enter } from './roles'
import { dataOf, STORIES } from './stories'

test.describe.configure({ mode: 'serial' })

const PHONE = { viewport: { width: 390, height: 844 } }
const SHEET = `/jury/${BAKU}`
const SEAT = 'Geospatial company'
/** A sheet that failed often waits half a minute between two tries, and gives a try fifteen seconds. */
const LONGEST = 75_000
const NINE_MINUTES = 9 * 60_000

let server: KeptServer

test.beforeAll(async () => {
  server = new KeptServer(STORIES.restart.port, installation(dataOf('restart')))
  await server.start()
})
test.afterAll(() => server.stop())

const chip = (page: Page) => page.getByRole('status').filter({ hasText: /^(Sent \d|Everything is sent)/ })
const nextTeam = (page: Page) => page.getByRole('button', { name: /^Next team/ }).click()

/** A juror's empty sheet with the first team marked, and all of that sent. */
async function begin(browser: Browser, account: string): Promise<Page> {
  test.setTimeout(180_000)
  const page = await enter(browser, 'restart', account, PHONE)
  await page.goto(SHEET)
  await emptySheet(page)
  await page.goto(SHEET)
  await scoreTeam(page, 0)
  await expect(chip(page)).toBeVisible()
  await nextTeam(page)
  return page
}

test('marks made while the server is dead are counted in words, and sent by themselves once it is back', async ({
  browser,
}) => {
  const page = await begin(browser, 'juror1')
  await server.stop('SIGKILL')
  await scoreTeam(page, 1)
  await expect(page.getByText('Waiting for network: 4 marks are safe here')).toBeVisible()
  await server.start()
  await expect(chip(page)).toBeVisible({ timeout: LONGEST })
  expectMarks(await sheetOf(page), 2)
})

// Some are answered, some perhaps saved and not answered, some not sent.
test('the server is killed between two marks: each is there once', async ({ browser }) => {
  const page = await begin(browser, 'juror2')
  await Promise.all([scoreTeam(page, 1), server.stop('SIGKILL')])
  await expect(page.getByText(/^Waiting for network: (1 mark is|[2-4] marks are) safe here$/)).toBeVisible()
  await server.start()
  await expect(chip(page)).toBeVisible({ timeout: LONGEST })
  expectMarks(await sheetOf(page), 2)
})

test('the link of a juror is taken back while marks wait: a new one opens the same sheet, and all of it is sent', async ({
  browser,
}) => {
  const desk = await enter(browser, 'restart', 'organizer')
  const first = await makeLink(desk, SEAT, 'Make the link')
  const page = await enter(browser, 'restart', null, PHONE)
  await page.goto(first)
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByText(`${SEAT} · Jury`)).toBeVisible()
  await emptySheet(page)
  await page.goto(SHEET)
  await scoreTeam(page, 0)
  await expect(chip(page)).toBeVisible()
  await page.context().setOffline(true)
  await nextTeam(page)
  await scoreTeam(page, 1)
  await expect(page.getByText('Waiting for network: 4 marks are safe here')).toBeVisible()

  const seat = await seatOf(desk, SEAT)
  await seat.getByRole('button', { name: 'Take the link back' }).click()
  await expect(seat.getByText('Personal link: none')).toBeVisible()
  await page.context().setOffline(false)
  const again = page.getByRole('link', { name: 'Sign in again: your 4 marks are safe here' })
  await expect(again).toBeVisible()
  await again.click()
  await expect(page.getByText('Did you come by a juror’s personal link?')).toBeVisible()

  await page.goto(await makeLink(desk, SEAT, 'Make the link'))
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByText(`${SEAT} · Jury`)).toBeVisible()
  await expect(chip(page)).toBeVisible()
  expectMarks(await sheetOf(page), 2)
})

test('a pitch runs on while the server is gone, and by how much it ran over is on record', async ({
  browser,
}) => {
  const desk = await enter(browser, 'restart', 'organizer')
  const screen = await enter(browser, 'restart', null, PHONE)
  await screen.goto(`/${BAKU}/screen`)
  await desk.goto(`/organize/${BAKU}/stage`)
  await desk.getByRole('button', { name: /^Call ./ }).click()
  await desk.getByRole('button', { name: 'Start the clock' }).click()
  await expect(desk.getByText('Pitching', { exact: true })).toBeVisible()
  await expect(screen.getByRole('timer')).toHaveText(/^7:5\d$/)

  await server.stop('SIGKILL')
  await server.start(NINE_MINUTES)
  await expect(screen.getByRole('timer')).toHaveText(/^\+(0:5|1:)\d/)
  await desk.getByRole('button', { name: 'End the pitch' }).click()
  // The first press on a process that has just begun.
  await expect(desk.getByText('Nobody on stage')).toBeVisible({ timeout: 30_000 })
  await expect(desk.getByRole('list').last().getByRole('listitem').first()).toHaveText(
    /(8:5|9:)\d\d? \+(0:5|1:)\d\d?$/,
  )
})
