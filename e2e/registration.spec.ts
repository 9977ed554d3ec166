import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { drawDeck } from './deck'
import { enterCode, linkFor, signInByCode } from './mailbox'
import { countPresses, counts } from './presses'
import { BAKU, enter } from './roles'

test.describe.configure({ mode: 'serial' })

const TEAM = 'Xəzər Rüzgârı'
let invitation = ''

const LISTS = [
  'ada-university.csv',
  'baku-higher-oil-school.csv',
  'national-aviation-academy.csv',
  'state-oil-and-industry-university.xlsx',
  'ufaz.tsv',
].map((name) => resolve(import.meta.dirname, '../db/seed/azerbaijan-2018', name))

test('an organizer imports the five lists, corrects two lines and takes it all back', async ({ browser }) => {
  const page = await enter(browser, 'registration', 'organizer')
  await page.goto(`/organize/${BAKU}/import`)
  await page.locator('input[type=file]').setInputFiles(LISTS)
  await expect(page.getByText('103 of 105 ready')).toBeVisible()
  // Other journeys register somebody here.
  const before = await counts(page)
  expect(before.teams).toBe(0)

  for (const [line, address] of [
    ['national-aviation-academy.csv, line 6', 'togrul.tagiyev@naa.example'],
    ['ufaz.tsv, line 9', 'tural.veliyev@ufaz.example'],
  ] as const) {
    const problem = page.locator('#by-line li').filter({ hasText: line })
    await problem.getByRole('textbox').fill(address)
    await problem.getByRole('button', { name: 'Use this address' }).click()
    await expect(problem).toHaveCount(0)
  }
  await expect(page.getByText('105 of 105 ready')).toBeVisible()
  await page.getByRole('button', { name: 'Import 105 people' }).click()
  await expect(page.getByText(/^105 people imported/)).toBeVisible()
  const [students, institutions] = [before.students + 105, { roots: 4, named: 5 }]
  expect(await counts(page)).toMatchObject({ students, teams: 24, institutions })

  await page.getByRole('button', { name: 'Undo these 5 imports' }).click()
  await expect(page.getByText(/^Undone: 105 people/)).toBeVisible()
  expect(await counts(page)).toEqual(before)
})

async function register(page: Page, email: string, given: string, family: string) {
  await page.goto(`/${BAKU}/register`)
  await signInByCode(page, email)
  await page.getByLabel('Given name').fill(given)
  await page.getByLabel('Family name').fill(family)
  await page.getByRole('button', { name: 'Register' }).click()
  await expect(page.getByText(/You are registered|Find your team/).first()).toBeVisible()
}

test('a captain registers without a password, makes a team and invites', async ({ browser }) => {
  const page = await enter(browser, 'registration', null, { viewport: { width: 360, height: 740 } })
  await register(page, 'gunel.ceferova@bhos.example', 'Günel', 'Cəfərova-Şıxlinskaya')
  await page.goto('/me/teams/new')
  await page.getByLabel('Name of the team').fill(TEAM)
  await page.getByRole('button', { name: 'Create a team' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TEAM)
  await page.getByRole('button', { name: 'Invite with a link' }).click()
  const link = page.getByText(/\/j\/[A-HJKMNP-Z2-9]{6}/).first()
  invitation = /\/j\/[A-HJKMNP-Z2-9]{6}/.exec((await link.textContent()) ?? '')?.[0] ?? ''
  expect(invitation).not.toBe('')
})

test('what a scanner fetches consumes neither the invitation nor the mailed link', async ({ browser }) => {
  const page = await enter(browser, 'registration', null, { viewport: { width: 360, height: 740 } })
  const scan = async (link: string) => {
    const visits: Record<string, string>[] = [{}, { purpose: 'prefetch' }, { 'next-router-prefetch': '1' }]
    for (const headers of visits) {
      await page.request.head(link, { headers })
      expect((await page.request.get(link, { headers })).status()).toBe(200)
    }
  }
  await scan(invitation)
  await page.goto(invitation)
  await expect(page.getByText('1 of 5 seats taken')).toBeVisible()
  const email = 'emil.agayev@bhos.example'
  await page.getByLabel('Your e-mail').fill(email)
  await page.getByRole('button', { name: 'Send me the code' }).click()
  await expect(page.getByLabel('Six-digit code')).toBeVisible()
  const mailed = await linkFor(page, email)
  await scan(mailed)
  const onPhone = await enter(browser, 'registration', null, { viewport: { width: 360, height: 740 } })
  await onPhone.goto(mailed)
  await onPhone.getByRole('button', { name: /sign in/i }).click()
  await onPhone.waitForURL(/\/j\//)
  await expect(onPhone.getByText('1 of 5 seats taken')).toBeVisible()
})

test('a student joins by the link: an address, a code, one press', async ({ browser }) => {
  const page = await enter(browser, 'registration', null, { viewport: { width: 360, height: 740 } })
  const presses = await countPresses(page)
  await page.goto(invitation)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TEAM)
  await page.getByLabel('Your e-mail').fill('emil.agayev@bhos.example')
  await page.getByRole('button', { name: 'Send me the code' }).click()
  await enterCode(page, 'emil.agayev@bhos.example')
  await page.waitForURL(/\/j\//)
  const press = page.getByRole('button', { name: `Join ${TEAM}` })
  await expect(press).toBeVisible()
  const name = page.getByLabel('Given name')
  if (await name.isVisible()) await name.fill('Emil')
  await press.click()
  // Whoever leaves before it is answered takes the press back.
  await page.waitForURL(/\/me(\?|$)/)
  expect(presses()).toBe(3)
  await page.goto('/me')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TEAM)
  await expect(page.getByText('2 of 5 seats')).toBeVisible()
})

test('a student on the board asks a captain and gets a seat', async ({ browser }) => {
  const student = await enter(browser, 'registration', null, { viewport: { width: 360, height: 740 } })
  const email = 'nigar.hesenova@bhos.example'
  await register(student, email, 'Nigar', 'Həsənova')
  await student.goto('/me/board')
  await student.getByLabel('What you can do').fill('GIS, Python, gis')
  await student.getByLabel('Languages you can work in').fill('Azərbaycanca')
  await student.getByRole('button', { name: 'Put up my card' }).click()
  await expect(student.getByText('shown only if you agree')).toBeVisible()
  await student.getByLabel(/^The people of this event may see/).check()
  await student.getByRole('button', { name: 'Put up my card' }).click()
  await expect(student.getByText('(you)')).toBeVisible()
  await student.goto('/me/teams')
  const team = student.getByRole('listitem').filter({ hasText: TEAM })
  await team.getByText('Ask to join').click()
  await team.getByRole('button', { name: `Ask ${TEAM} for a seat` }).click()
  await expect(team.getByText('has not answered yet')).toBeVisible()

  const captain = await enter(browser, 'registration', null, { viewport: { width: 360, height: 740 } })
  await captain.goto('/sign-in')
  await signInByCode(captain, 'gunel.ceferova@bhos.example')
  await captain.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await captain.goto('/me/board')
  await expect(captain.getByText('Nigar')).toBeVisible()
  await captain.goto('/me')
  await captain.getByRole('button', { name: 'Give Nigar a seat' }).click()
  await expect(captain.getByText('3 of 5 seats')).toBeVisible()
  await captain.goto('/me/board')
  await expect(captain.getByText('Nobody has put up a card')).toBeVisible()
  await student.goto('/me')
  await expect(student.getByRole('heading', { level: 1 })).toHaveText(TEAM)
})

test('a student finds the institution as they write it, changes teams and goes back', async ({ browser }) => {
  const page = await enter(browser, 'registration', null, { viewport: { width: 360, height: 740 } })
  await page.goto(`/${BAKU}/register`)
  await signInByCode(page, 'orxan.qedirov@mail.example')
  await page.getByLabel('Given name').fill('Orxan')
  await page.getByLabel('Find your university or school').fill('Fransa–Azərbaycan Universiteti')
  await page.getByRole('button', { name: /UFAZ/ }).click()
  await expect(page.getByLabel('University or school', { exact: true }).locator('option:checked')).toHaveText(
    /UFAZ/,
  )
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByText('Find your team').first()).toBeVisible()
  await page.goto('/me/teams/new')
  await page.getByLabel('Name of the team').fill('Orbit')
  await page.getByRole('button', { name: 'Create a team' }).click()
  await page.getByRole('button', { name: 'Invite with a link' }).click()
  const shown = await page
    .getByText(/\/j\/[A-HJKMNP-Z2-9]{6}/)
    .first()
    .textContent()
  const other = /\/j\/[A-HJKMNP-Z2-9]{6}/.exec(shown ?? '')?.[0] ?? ''

  const student = await enter(browser, 'registration', null, { viewport: { width: 360, height: 740 } })
  await student.goto('/sign-in')
  await signInByCode(student, 'emil.agayev@bhos.example')
  await student.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await student.goto(other)
  await student.getByRole('button', { name: `Leave ${TEAM} and join Orbit` }).click()
  await expect(student.getByText(`You left ${TEAM} for Orbit at`)).toBeVisible()
  await student.getByRole('button', { name: `Go back to ${TEAM}` }).click()
  await expect(student.getByRole('heading', { level: 1 })).toHaveText(TEAM)
  await expect(student.getByText('You left')).toHaveCount(0)
})

test('a code that leads nowhere is a sentence, and a made-up link is not found', async ({ browser }) => {
  const page = await enter(browser, 'registration', null)
  expect((await page.goto('/j/ZZZZZZ'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'No team has this code' })).toBeVisible()
})

test('the captain completes the project and hands it in, twice', async ({ browser }) => {
  const page = await enter(browser, 'registration', null)
  await page.goto('/sign-in')
  await signInByCode(page, 'gunel.ceferova@bhos.example')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.goto('/me/project')
  await page.getByLabel('Challenge').selectOption({ index: 1 })
  await page.getByLabel('Title').fill('The spill that has a name')
  await page.getByLabel('Summary').fill('=HYPERLINK("x") <script>alert(1)</script> is text here.')
  await page.getByLabel('Link to the deck (PDF)').fill('javascript:alert(1)')
  await page.getByLabel('Link to the video').fill('https://example.org/video')
  await page.getByLabel('Prior work and licences').fill('Nothing before Friday.')
  await page.getByLabel('Rights, patents and ideas').fill('All of it is ours.')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(
    page
      .getByText(/https?:\/\//)
      .and(page.getByRole('alert'))
      .first(),
  ).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue('The spill that has a name')
  await expect(page.getByLabel('Link to the deck (PDF)')).toHaveValue('javascript:alert(1)')
  const deck = page.getByLabel('Link to the deck (PDF)')
  await deck.fill('https://example.org/deck.pdf')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.waitForURL(/\/me(\?|$)/)
  await expect(page.getByText('4 of 4 ready')).toBeVisible()
  await page.getByRole('button', { name: 'Submit version 1' }).click()
  await expect(page.getByRole('status').getByText('Version 1 is in')).toBeVisible()
  await page.goto('/me/project')
  await deck.fill('https://example.org/deck-2.pdf')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.waitForURL(/\/me(\?|$)/)
  await page.getByRole('button', { name: 'Submit version 2' }).click()
  await expect(page.getByRole('status').getByText('Version 2 is in')).toBeVisible()
})

test('a deck goes up over a connection that is cut in the middle, and replaces the link', async ({
  browser,
}) => {
  const page = await enter(browser, 'registration', null, { viewport: { width: 360, height: 740 } })
  await page.goto('/sign-in')
  await signInByCode(page, 'gunel.ceferova@bhos.example')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.goto('/me/project')
  const field = page.locator('input[type=file]')
  await field.setInputFiles({ name: 'Deck.key', mimeType: 'application/x-keynote', buffer: Buffer.from('x') })
  await expect(page.getByText('This is a Keynote file')).toBeVisible()

  // The first part comes through, the answer to the second is lost, and then nothing comes through at all.
  let parts = 0
  let cut = true
  await page.route(/\/decks\/.*offset=/, async (route) => {
    parts++
    if (cut && parts === 2) await route.fetch()
    if (cut && parts > 1) await route.abort()
    else await route.continue()
  })
  const deck = test.info().outputPath('the-spill.pdf')
  writeFileSync(deck, await drawDeck(8, 1_600_000))
  await field.setInputFiles(deck)
  await expect(page.getByText('The network is away.')).toBeVisible()
  // The page goes, too; the same file chosen again goes on where it was.
  await page.reload()
  cut = false
  parts = 0
  await field.setInputFiles(deck)
  await expect(page.getByText('8 pages')).toBeVisible()
  expect(parts).toBe(2)
  await expect(page.getByRole('img', { name: 'First page of the deck' })).toHaveJSProperty('complete', true)

  await page.getByLabel('Link to the deck (PDF)').fill('')
  await expect(page.getByText('Draft saved')).toBeVisible()
  await page.goto('/me')
  await expect(page.getByText('the-spill.pdf · 8 pages')).toBeVisible()
  // It opens in the browser's own viewer (a download would fail this), and nothing in it may run.
  await page.goto('/me/project')
  const address = await page.getByRole('link', { name: 'the-spill.pdf' }).getAttribute('href')
  await page.goto(address ?? '')
  expect((await page.request.get(address ?? '')).headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringContaining('inline'),
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-content-type-options': 'nosniff',
  })
  await page.goto('/me')
  await page.getByRole('button', { name: 'Submit version 3' }).click()
  await expect(page.getByRole('status').getByText('Version 3 is in')).toBeVisible()
})
