import { expect, test } from '@playwright/test'
import { emptySheet, given, markFor, scoreTeam, sheetOf, WEIGHTED } from './hall'
import { BAKU, enter } from './roles'

const PHONE = { viewport: { width: 360, height: 740 } }
const SHEET = `/jury/${BAKU}`
const ALL_SENT = /^(Sent \d|Everything is sent)/
const MINUTE_MS = 60_000

test('a browser that refuses its storage: nothing is called saved, and it asks before the page goes', async ({
  browser,
}) => {
  const page = await enter(browser, 'hall', 'juror3', PHONE)
  await page.goto(SHEET)
  await emptySheet(page)
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
    IDBFactory.prototype.open = () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError')
    }
  })
  await page.goto(SHEET)
  await expect(page.getByRole('status').filter({ hasText: ALL_SENT })).toBeVisible()
  await page.context().setOffline(true)
  await scoreTeam(page, 0)
  const warning = 'This browser keeps nothing: stay on this page until your 4 marks are sent'
  await expect(page.getByText(warning)).toBeVisible()
  await expect(page.getByText('Saved on this device')).toHaveCount(0)
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await page.context().setOffline(false)
  await expect(page.getByRole('status').filter({ hasText: ALL_SENT })).toBeVisible()
  expect(given(await sheetOf(page))[0]).toEqual(WEIGHTED.map((_, index) => markFor(0, index)))
  // Nothing waits: nothing to ask.
  await page.goto('/')
  await expect(page).toHaveURL(/\/$/)
})

for (const days of [-1, 1]) {
  test(`a clock ${days} day off: the marks count, and stand in the record at the time they were made`, async ({
    browser,
  }) => {
    const page = await enter(browser, 'hall', 'juror3', PHONE)
    await page.goto(SHEET)
    await emptySheet(page)
    await page.clock.setSystemTime(Date.now() + days * 24 * 60 * MINUTE_MS)
    await page.goto(SHEET)
    await scoreTeam(page, 1)
    await expect(page.getByRole('status').filter({ hasText: ALL_SENT })).toBeVisible()
    const sheet = await sheetOf(page)
    expect(given(sheet)[0]).toEqual(WEIGHTED.map((_, index) => markFor(1, index)))
    const { marks }: { marks: { value: number | null; at: string }[] } = await (
      await page.context().request.get(`/api/v1/jury/${BAKU}/marks`)
    ).json()
    const judging = Date.parse('2018-05-26T12:24:00Z')
    for (const { at } of marks.filter(({ value }) => value !== null)) {
      expect(Date.parse(at)).toBeGreaterThan(judging)
      expect(Date.parse(at)).toBeLessThan(judging + 30 * MINUTE_MS)
    }
  })
}

test('a tablet that goes round: who comes in next is not shown the sheet of the one before, without a network', async ({
  browser,
}) => {
  const page = await enter(browser, 'hall', 'juror3')
  await page.goto(SHEET)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await expect
    .poll(() => page.evaluate(async (sheet) => (await caches.match(sheet)) !== undefined, SHEET))
    .toBe(true)
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Sign in' })).toBeVisible()
  await page.goto('/sign-in')
  await expect(page.getByLabel('E-mail address')).toBeVisible()
  await expect
    .poll(() => page.evaluate(async (sheet) => (await caches.match(sheet)) !== undefined, SHEET))
    .toBe(false)
  await page.context().setOffline(true)
  await expect(page.goto(SHEET)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
})
