import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { emptySheet, given, markFor, scoreTeam, sheetOf, signInFrom, WEIGHTED } from './hall'
import { BAKU, enter, signIn } from './roles'
import { STORIES } from './stories'

const PHONE = { viewport: { width: 360, height: 740 } }
const SHEET = `/jury/${BAKU}`
const ALL_SENT = /^(Sent \d|Everything is sent)/

const HOSTS = [
  { host: 'localhost', account: 'juror1', secure: true },
  { host: 'hall.test', account: 'juror2', secure: false },
]

for (const { host, account, secure } of HOSTS) {
  test(`the network goes at the third of 24 teams, the tab too: 96 marks arrive (${host})`, async ({
    browser,
  }) => {
    test.setTimeout(180_000)
    const context = await browser.newContext({ baseURL: `http://${host}:${STORIES.hall.port}`, ...PHONE })
    const first = await context.newPage()
    await first.goto('/sign-in')
    expect(await first.evaluate(() => [isSecureContext, 'randomUUID' in crypto])).toEqual([secure, secure])
    await signInFrom(first, account)
    const { entries } = await emptySheet(first)
    expect(entries).toHaveLength(24)

    await first.goto(SHEET)
    for (const team of entries.keys()) {
      if (team === 2) {
        await expect(first.getByRole('status').filter({ hasText: ALL_SENT })).toBeVisible()
        if (secure) await first.waitForFunction(() => navigator.serviceWorker.controller !== null)
        await context.setOffline(true)
      }
      await scoreTeam(first, team)
      if (team < 23) await first.getByRole('button', { name: /^Next team/ }).click()
    }
    const waiting = 'Waiting for network: 88 marks are safe here'
    await expect(first.getByText(waiting)).toBeVisible()
    await first.close()

    if (!secure) await context.setOffline(false)
    const second = await context.newPage()
    await second.goto(SHEET)
    if (secure) {
      await expect(second.getByText(waiting)).toBeVisible()
      // Also what was sent before the network went, though the page that is served is older.
      await expect(second.getByRole('button', { name: /^Send \d/ })).toBeVisible()
      await context.setOffline(false)
    }
    await expect(second.getByRole('status').filter({ hasText: ALL_SENT })).toBeVisible({ timeout: 40_000 })
    const sheet = await sheetOf(second)
    expect(given(sheet)).toEqual(entries.map((_, team) => WEIGHTED.map((_, index) => markFor(team, index))))
    const fromHere = sheet.marks.filter(({ device, value }) => device !== 'broom' && value !== null)
    expect(fromHere).toHaveLength(96)
    expect(new Set(fromHere.map(({ id }) => id)).size).toBe(96)
    expect(new Set(fromHere.map(({ device }) => device)).size).toBe(1)
    await context.close()
  })
}

test('two devices of one juror: both marks are shown and asked about, also after a reload', async ({
  browser,
}) => {
  const phone = await enter(browser, 'hall', 'juror4', PHONE)
  await phone.goto(SHEET)
  const { entries } = await emptySheet(phone)
  await phone.goto(SHEET)
  const tablet = await enter(browser, 'hall', 'juror4', { viewport: { width: 820, height: 1180 } })
  await tablet.goto(SHEET)
  await phone.context().setOffline(true)
  await phone.getByRole('button', { name: 'Economic model: 7', exact: true }).click()
  await expect(phone.getByText('Waiting for network: 1 mark is safe here')).toBeVisible()
  await tablet.getByRole('button', { name: 'Economic model: 4', exact: true }).click()
  await expect(tablet.getByRole('status').filter({ hasText: /^Sent \d/ })).toBeVisible()
  await phone.context().setOffline(false)
  const question = phone.getByRole('alert').filter({ hasText: 'Two devices gave different marks' })
  await expect(question).toContainText('Economic model: here 7, on your other device 4')
  expect(given(await sheetOf(phone))[0]).toEqual([4, null, null, null])
  await phone.reload()
  await question.getByRole('button', { name: 'Keep 7' }).click()
  await expect(question).toHaveCount(0)
  await expect.poll(async () => given(await sheetOf(phone))[0]).toEqual([7, null, null, null])
  expect(entries.length).toBeGreaterThan(20)
})

test('a session that ended: nothing leaves as somebody else’s, and all of it after signing in again', async ({
  browser,
}) => {
  const page = await enter(browser, 'hall', 'juror5', PHONE)
  await page.goto(SHEET)
  await emptySheet(page)
  await page.goto(SHEET)
  const { request } = page.context()
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  await request.post('/api/auth/signout', { form: { csrfToken } })
  await scoreTeam(page, 0)
  const again = page.getByRole('link', { name: 'Sign in again: your 4 marks are safe here' })
  await expect(again).toHaveAttribute('href', `/sign-in?next=${encodeURIComponent(SHEET)}`)
  // Another juror signs in on this device, in another tab.
  await signIn(request, 'juror6@example.org')
  const before = await (await request.get(`/api/v1${SHEET}/marks`)).json()
  const refused = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  expect((await refused).status()).toBe(401)
  expect((await (await request.get(`/api/v1${SHEET}/marks`)).json()).marks).toEqual(before.marks)

  await again.click()
  await signIn(request, 'juror5@example.org')
  await page.goto(SHEET)
  await expect(page.getByRole('status').filter({ hasText: ALL_SENT })).toBeVisible()
  expect(given(await sheetOf(page))[0]).toEqual(WEIGHTED.map((_, index) => markFor(0, index)))
})

test('the network does not come back: the marks are handed over, and count once when it does', async ({
  browser,
}) => {
  const page = await enter(browser, 'hall', 'juror6', PHONE)
  await page.goto(SHEET)
  await emptySheet(page)
  await page.goto(SHEET)
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await scoreTeam(page, 0)
  await page.getByRole('button', { name: 'Hand over my marks' }).click()
  await expect(page.getByText('Picture 1 of 1')).toBeVisible()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a file' }).click()
  const handed = await readFile(await (await saving).path(), 'utf8')

  const desk = await enter(browser, 'hall', 'organizer')
  await desk.goto(`/organize/${BAKU}/jury`)
  await desk.getByRole('link', { name: 'Take in marks a device could not send' }).click()
  await desk.getByLabel('What the device handed over').fill(handed)
  await desk.getByRole('button', { name: 'Take in these marks' }).click()
  await expect(desk.getByText(/: 4 marks are saved\.$/)).toBeVisible()

  await page.getByRole('button', { name: 'Close' }).click()
  await page.context().setOffline(false)
  await expect(page.getByRole('status').filter({ hasText: ALL_SENT })).toBeVisible()
  const sheet = await sheetOf(page)
  expect(given(sheet)[0]).toEqual(WEIGHTED.map((_, index) => markFor(0, index)))
  expect(sheet.marks.filter(({ value }) => value !== null)).toHaveLength(4)
})
