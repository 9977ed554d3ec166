import { expect, type Page, test } from '@playwright/test'
import { BAKU, enter } from './roles'

const DOOR = `/organize/${BAKU}/check-in`
const PHONE = { viewport: { width: 360, height: 740 } }

interface Expected {
  registration: string
  name: string
  arrivedAt: string | null
  seenBy: string | null
}
const listOf = async (page: Page): Promise<Expected[]> =>
  (await (await page.request.get(`${DOOR}/taps`)).json()).people

const peopleOf = async (page: Page) => {
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  return rows.count()
}

test('two helpers at two doors lose the network: each person is in once, by the earlier tap', async ({
  browser,
}) => {
  const one = await enter(browser, 'stage', 'helper', PHONE)
  const other = await enter(browser, 'stage', 'organizer', PHONE)
  for (const page of [one, other]) await page.goto(DOOR)
  expect(await peopleOf(one)).toBe(105)
  const [first, second, third] = await listOf(one)
  for (const page of [one, other]) await page.context().setOffline(true)

  const main = (page: Page) => page.getByRole('main')
  const checkIn = (page: Page, name = '') =>
    main(page).getByRole('button', { name: `Check in: ${name}`, exact: true })
  await checkIn(one, first?.name).click()
  await checkIn(other, first?.name).click()
  await checkIn(other, second?.name).click()
  await checkIn(one, third?.name).click()
  await main(one)
    .getByRole('button', { name: `Undo: ${third?.name}` })
    .click()
  await expect(one.getByText('Waiting for network: 3 taps are safe here')).toBeVisible()
  await expect(other.getByText('Waiting for network: 2 taps are safe here')).toBeVisible()

  // The later tap is told first.
  await other.context().setOffline(false)
  await expect(other.getByText('Everything is sent')).toBeVisible({ timeout: 20_000 })
  const [told] = await listOf(other)
  await one.context().setOffline(false)
  await expect(one.getByText('Everything is sent')).toBeVisible({ timeout: 20_000 })
  const people = await listOf(one)
  expect(people.map(({ arrivedAt }) => arrivedAt !== null).slice(0, 4)).toEqual([true, true, false, false])
  expect(people[0]?.seenBy).not.toBe(told?.seenBy)
  expect(Date.parse(people[0]?.arrivedAt ?? '')).toBeLessThan(Date.parse(told?.arrivedAt ?? ''))
  await expect(main(other).getByText('of 105 came')).toBeVisible()

  // A closed tab keeps what waits.
  await one.context().setOffline(true)
  await checkIn(one, third?.name).click()
  await expect(one.getByText('Waiting for network: 1 tap is safe here')).toBeVisible()
  const { length: before } = people.filter(({ arrivedAt }) => arrivedAt)
  await one.close()
  await one.context().setOffline(false)
  expect((await listOf(other)).filter(({ arrivedAt }) => arrivedAt)).toHaveLength(before)
  const again = await one.context().newPage()
  await again.goto(DOOR)
  await expect(again.getByText(`${before + 1} of 105 came`)).toBeVisible()
  await expect(again.getByText('Everything is sent')).toBeVisible()
  expect((await listOf(other)).find(({ name }) => name === third?.name)?.arrivedAt).not.toBe(null)
  for (const page of [one, other]) await page.context().close()
})

test('a badge opens the person for a helper, and for anybody else nothing of them', async ({ browser }) => {
  const helper = await enter(browser, 'stage', 'helper', PHONE)
  const people = await listOf(helper)
  const [one, next] = people.slice(50)
  if (!one || !next) throw new Error('Nobody is expected')
  await helper.goto(`${DOOR}/${one.registration}`)
  await helper.getByRole('button', { name: 'Check in' }).click()
  await expect(helper.getByText('Everything is sent')).toBeVisible()
  await helper.getByLabel(/^Express/).check()
  // The camera opens the next badge: nothing is to be pressed.
  await helper.goto(`${DOOR}/${next.registration}`)
  await expect(helper.getByText(/seen by/)).toBeVisible()
  const came = (await listOf(helper)).filter(({ registration }) =>
    [one.registration, next.registration].includes(registration),
  )
  expect(came.map(({ arrivedAt }) => arrivedAt !== null)).toEqual([true, true])
  await helper.getByRole('button', { name: 'Undo' }).click()
  await expect(helper.getByRole('button', { name: 'Check in' })).toBeVisible()

  for (const account of [null, 'student', 'neighbour']) {
    const page = await enter(browser, 'stage', account, PHONE)
    const [known, unknown] = await Promise.all(
      [one.registration, '00000000-0000-4000-8000-000000000000'].map(async (badge) => {
        const answer = await page.request.get(`${DOOR}/${badge}`)
        return (await answer.text()).replaceAll(badge, 'BADGE').replaceAll(encodeURIComponent(badge), 'BADGE')
      }),
    )
    expect(known).not.toContain(one.name.split(' ')[0])
    expect(known?.length).toBe(unknown?.length)
    expect((await page.request.get(`${DOOR}/taps`)).ok()).toBe(false)
    await page.context().close()
  }
  await helper.context().close()
})

test('the door loads again without a network: list, tap and express, and nothing of it after signing out', async ({
  browser,
}) => {
  const page = await enter(browser, 'stage', 'helper', PHONE)
  const [one, next] = (await listOf(page)).slice(70)
  if (!one || !next) throw new Error('Nobody is expected')
  await page.goto(DOOR)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  // What came after the page was loaded is in the list that was told since.
  const main = page.getByRole('main')
  const told = page.waitForResponse(
    (answer) => answer.request().method() === 'GET' && answer.url().endsWith('/taps'),
  )
  await main.getByRole('button', { name: `Check in: ${one.name}`, exact: true }).click()
  await told
  await expect(page.getByText('Everything is sent')).toBeVisible()
  const isKept = async () =>
    page.evaluate(async () => {
      const paths = []
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname)
      return paths.filter((path) => path.startsWith('/organize/')).sort()
    })
  await expect.poll(isKept).toEqual([DOOR, `${DOOR}/taps`])

  await page.context().setOffline(true)
  await page.reload()
  await expect(main.getByRole('button', { name: `Undo: ${one.name}`, exact: true })).toBeVisible()
  await main.getByRole('button', { name: `Check in: ${next.name}`, exact: true }).click()
  await expect(page.getByText('Waiting for network: 1 tap is safe here')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Waiting for network: 1 tap is safe here')).toBeVisible()
  // The camera opens a badge that was never loaded.
  await page.goto(`${DOOR}/${next.registration}`)
  await expect(page.getByRole('heading', { name: next.name })).toBeVisible()
  await page.getByLabel(/^Express/).check()

  await page.context().setOffline(false)
  await expect(page.getByText('Everything is sent')).toBeVisible({ timeout: 40_000 })
  const here = (await listOf(page)).filter(({ registration }) => registration === next.registration)
  expect(here).toHaveLength(1)
  // Not before what was tapped while there was a network, though the page that was served is older.
  const seen = (await listOf(page)).find(({ registration }) => registration === one.registration)
  expect(Date.parse(here[0]?.arrivedAt ?? '')).toBeGreaterThan(Date.parse(seen?.arrivedAt ?? ''))

  await page.goto('/me')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect.poll(isKept).toEqual([])
  await page.context().setOffline(true)
  await expect(page.goto(DOOR)).rejects.toThrow()
  await page.context().close()
})
