import { expect, type Page, test } from '@playwright/test'
import { EmptyServer } from './empty-server'

test.describe.configure({ mode: 'serial' })

const servers = { one: new EmptyServer(4220), two: new EmptyServer(4221) }

test.beforeAll(async () => {
  test.setTimeout(240_000)
  await servers.one.start()
  await servers.two.start()
})
test.afterAll(async () => {
  await servers.one.end()
  await servers.two.end()
})

const FIELDS = {
  Name: 'ActInSpace®',
  Year: '2027',
  'Which edition in order': '7',
  'Scope, in words': 'the world',
  'Name of the event': 'Azərbaycan milli finalı',
  City: 'Bakı',
  'The event begins': '2027-05-21T09:00',
  'The event ends': '2027-05-22T19:00',
  'Registration closes': '2027-05-15T23:59',
  'Given name': 'Aygün',
  'Family name': 'Məmmədova',
  'E-mail address': 'aygun@people.example',
}

async function fillIn(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel('Country').selectOption({ label: 'Azerbaijan' })
}

const press = (page: Page) => page.getByRole('button', { name: 'Found the competition' }).click()

test('an empty installation is founded, its event copied, and the copy stands in the administration', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ baseURL: servers.one.address(), locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page).toHaveURL('/start')
  await expect(page.getByRole('heading', { name: 'Found your competition' })).toBeVisible()

  await fillIn(page, FIELDS)
  // Proposed while typing.
  await expect(page.getByLabel('Address', { exact: true })).toHaveValue('actinspace')
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Baku')

  await page.getByLabel('Setup code').fill('AAAA-AAAA')
  await press(page)
  await expect(page.getByText('This is not the setup code.').first()).toBeVisible()
  await expect(page.getByLabel('Setup code')).toBeFocused()
  for (const [label, value] of Object.entries(FIELDS))
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(value)
  await expect(page.getByLabel('Country')).toHaveValue('AZ')

  await page.getByLabel('Setup code').fill(servers.one.code.toLowerCase())
  await page.getByLabel('The event ends').fill('2027-05-20T19:00')
  await press(page)
  await expect(page.getByText('The end has to come after the beginning of the event.').first()).toBeVisible()
  await expect(page.getByLabel('The event ends')).toBeFocused()
  await page.getByLabel('The event ends').fill('2027-05-22T19:00')
  await press(page)

  await expect(page).toHaveURL('/organize/actinspace-2027/azerbaijan')
  await expect(page.getByText('Registration is not open yet')).toBeVisible()
  const session = await (await page.request.get('/api/auth/session')).json()
  expect(session.user.name).toBe('Aygün Məmmədova')
  await page.goto('/start')
  await expect(page.getByText('This installation has its competition already.')).toBeVisible()
  await expect(page.getByLabel('Setup code')).toHaveCount(0)

  await page.goto('/me')
  await page.getByRole('link', { name: 'Administer editions and events' }).click()
  await expect(page).toHaveURL('/admin')
  await page.getByRole('link', { name: /2027/ }).click()
  await page.getByRole('link', { name: /Azərbaycan milli finalı/ }).click()
  await page.getByRole('link', { name: 'Copy the event' }).click()
  await page.getByLabel('The event begins').fill('2027-10-30T09:00')
  await page.getByRole('button', { name: 'Show the new times' }).click()
  await expect(page.getByText('Sun 31 Oct 2027 19:00')).toBeVisible()
  await page.getByLabel('Name of the event').fill('Paris final')
  await page.getByRole('button', { name: 'Copy the event' }).click()
  await expect(page.getByText('An event “azerbaijan” exists in this edition already.').first()).toBeVisible()
  await page.getByLabel('Address', { exact: true }).fill('france')
  await page.getByLabel('Country').selectOption('FR')
  await page.getByLabel('City').fill('Paris')
  await page.getByLabel('Time zone').selectOption('Europe/Paris')
  await page.getByRole('button', { name: 'Copy the event' }).click()

  await expect(page).toHaveURL('/admin/actinspace-2027/france')
  await expect(page.getByText('Nobody runs it yet.')).toBeVisible()
  await page.goto('/admin/actinspace-2027')
  await expect(page.getByRole('link', { name: /Paris final/ })).toContainText(/Paris, 30.*31 October 2027/)
  await expect(page.getByRole('link', { name: /Paris final/ })).toContainText('Nobody organizes it yet')
  await expect(page.getByRole('link', { name: /Azərbaycan/ })).toContainText('Aygün Məmmədova')

  const stranger = await browser.newContext({ baseURL: servers.one.address() })
  for (const path of ['/admin', '/admin/actinspace-2027', '/admin/actinspace-2027/france', '/admin/new'])
    expect((await stranger.request.get(path)).status(), path).toBe(404)
})

test('who guesses the setup code is slowed down, and a new start has a new one; of two at once one founds', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const server = servers.two
  const open = async (options: object = {}) => {
    const context = await browser.newContext({ baseURL: server.address(), locale: 'en-GB', ...options })
    const page = await context.newPage()
    await page.goto('/start')
    return page
  }
  const guessing = await open()
  await fillIn(guessing, FIELDS)
  const tooOften = guessing.getByText('The setup code was tried too often.').first()
  // A quarter of an hour may end meanwhile.
  for (let tried = 0; tried < 45 && !(await tooOften.isVisible()); tried++) {
    await guessing.getByLabel('Setup code').fill('AAAA-AAAA')
    const answered = guessing.waitForResponse((response) => response.request().method() === 'POST')
    await press(guessing)
    await answered
  }
  await expect(tooOften).toBeVisible()
  await guessing.getByLabel('Setup code').fill(server.code)
  await press(guessing)
  await expect(tooOften).toBeVisible()

  const old = server.code
  await server.restart()
  expect(server.code).not.toBe(old)

  const pages = [await open(), await open({ javaScriptEnabled: false })]
  for (const [index, page] of pages.entries()) {
    await fillIn(page, { ...FIELDS, 'E-mail address': `founder${index}@people.example` })
    await page.getByLabel('Setup code').fill(server.code)
  }
  await Promise.all(pages.map(press))
  const told = (page: Page) => page.getByText('This installation has its competition already.').first()
  await expect
    .poll(async () => {
      const states = pages.map(async (page) =>
        page.url().endsWith('/organize/actinspace-2027/azerbaijan')
          ? 'in'
          : (await told(page).isVisible())
            ? 'told'
            : '',
      )
      return (await Promise.all(states)).sort()
    })
    .toEqual(['in', 'told'])
})
