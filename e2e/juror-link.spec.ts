import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { makeLink, seatOf } from './personal-link'
import { BAKU, enter } from './roles'

test.describe.configure({ mode: 'serial' })

const OFFICE = 'President of CNES'
const MARKS = `/api/v1/jury/${BAKU}/marks`
const PHONE = { viewport: { width: 360, height: 740 } }

const markedBy = async (request: APIRequestContext) => {
  const answer = await request.get(MARKS)
  return answer.ok() ? (await answer.json()).marks.length : answer.status()
}

const open = async (browser: Browser, link: string, options: object = PHONE) => {
  const page = await enter(browser, 'judging', null, options)
  await page.goto(link)
  return page
}

let link = ''
let desk: Page
let first: Page

test('a juror opens the link and presses Start: no account, and a mark is saved', async ({ browser }) => {
  desk = await enter(browser, 'judging', 'organizer')
  link = await makeLink(desk, OFFICE, 'Make the link')
  // What previews and mail scanners do.
  for (let look = 0; look < 3; look++) {
    const scanner = await open(browser, link)
    await expect(scanner.getByRole('button', { name: 'Start' })).toBeVisible()
    expect(await scanner.context().cookies()).toEqual([])
  }
  first = await open(browser, link)
  await expect(first.getByRole('heading', { level: 1 })).toHaveText(
    /You are\s+President of CNES\s+jury of Baku/,
  )
  await first.getByRole('button', { name: 'Start' }).click()
  await expect(first).toHaveURL(new RegExp(`/jury/${BAKU}$`))
  await expect(first.getByText(`${OFFICE} · Jury`)).toBeVisible()
  const before = await markedBy(first.request)
  await first.getByRole('button', { name: 'Next team' }).click()
  await first.getByRole('button', { name: 'Economic model: 8', exact: true }).click()
  await expect.poll(() => markedBy(first.request)).toBe(before + 1)
})

test('it opens that sheet and nothing else', async () => {
  for (const page of ['', '/jury', '/people']) {
    const answer = await first.request.get(`/organize/${BAKU}${page}`)
    expect([page, answer.status()]).toEqual([page, 404])
  }
})

test('a second browser is told which device holds the link; the first comes back', async ({ browser }) => {
  const second = await open(browser, link, { ...PHONE, javaScriptEnabled: false })
  await expect(second.getByText('Another device holds this link')).toBeVisible()
  await expect(
    second.getByText(/^Chrome on Linux started with this link on .*ask the organizer to move/),
  ).toBeVisible()
  await expect(second.getByRole('button', { name: 'Start' })).toHaveCount(0)
  expect(await markedBy(second.request)).toBe(401)
  await first.context().clearCookies({ name: 'apogee.session' })
  expect(await markedBy(first.request)).toBe(401)
  await first.goto(`/jury/${BAKU}`)
  await expect(first.getByText('Did you come by a juror’s personal link?')).toBeVisible()
  await first.goto(link)
  await first.getByRole('button', { name: 'Go on' }).click()
  await expect(first.getByText(`${OFFICE} · Jury`)).toBeVisible()
})

test('two who press Start at once: one is in, the other is told', async ({ browser }) => {
  const moved = await makeLink(desk, OFFICE, 'Move to another device')
  expect(await markedBy(first.request)).toBe(401)
  const both = [await open(browser, moved), await open(browser, moved)]
  await Promise.all(both.map((page) => page.getByRole('button', { name: 'Start' }).click()))
  const held = await Promise.all(
    both.map(async (page) => {
      const told = page.getByText('it serves that device alone')
      await expect(page.getByText(`${OFFICE} · Jury`).or(told)).toBeVisible()
      return told.count()
    }),
  )
  expect(held.sort()).toEqual([0, 1])
})

test('moved, the first browser is out and the second gets in, also without scripts', async ({ browser }) => {
  link = await makeLink(desk, OFFICE, 'Move to another device')
  await first.goto(`/jury/${BAKU}`)
  await expect(first).toHaveURL(/\/sign-in/)
  const second = await open(browser, link, { ...PHONE, javaScriptEnabled: false })
  await second.getByRole('button', { name: 'Start' }).click()
  await expect(second).toHaveURL(new RegExp(`/jury/${BAKU}$`))
  expect(await markedBy(second.request)).toBeGreaterThan(0)
  const seat = await seatOf(desk, OFFICE)
  await expect(seat.getByText('Personal link: in use')).toBeVisible()
  await expect(seat.getByText('Chrome on Linux')).toBeVisible()
  await seat.getByRole('button', { name: 'Take the link back' }).click()
  await expect(seat.getByText('Personal link: none')).toBeVisible()
  expect(await markedBy(second.request)).toBe(401)
  await second.goto(link)
  await expect(second.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
})

test('cards for the whole jury are printed once', async () => {
  await desk.goto(`/organize/${BAKU}/jury/cards`)
  await desk.getByRole('button', { name: /^Make \d+ cards$/ }).click()
  await expect(desk.getByRole('listitem').filter({ hasText: '/jury/link/' })).toHaveCount(7)
  await desk.reload()
  await expect(desk.getByText('/jury/link/')).toHaveCount(0)
})
