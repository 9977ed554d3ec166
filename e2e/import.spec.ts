import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { countPresses, counts } from './presses'
import { BAKU, enter } from './roles'

const FOLDER = resolve(import.meta.dirname, '../db/seed/azerbaijan-2018')
const list = (name: string) => resolve(FOLDER, name)
const LISTS = [
  'ada-university.csv',
  'baku-higher-oil-school.csv',
  'national-aviation-academy.csv',
  'state-oil-and-industry-university.xlsx',
  'ufaz.tsv',
].map(list)
const IMPORT = `/organize/${BAKU}/import`
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function choose(page: Page, files: readonly string[]) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByText('Choose lists').click()
  await (await chooser).setFiles([...files])
  await page.waitForURL(/draft=/)
}

const cell = (page: Page, field: string, line: number) =>
  page.locator('#lines').getByLabel(`${field}, line ${line}`)

async function seriousFaults(page: Page) {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    type Axe = {
      run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
    }
    // The script that was put into the page is unknown to its types.
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    return serious.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 200)) }))
  })
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('a clean list is imported with three presses from the people’s page, and taken back', async ({
  browser,
}) => {
  const page = await enter(browser, 'import', 'organizer')
  const presses = await countPresses(page, 'button, a, summary, label')
  await page.goto(`/organize/${BAKU}/people`)
  await page.getByRole('navigation').getByRole('link', { name: 'Import', exact: true }).click()
  await page.waitForURL(/\/import$/)
  await choose(page, [list('baku-higher-oil-school.csv')])
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '22 people are ready. Nothing is saved yet.',
  )
  await expect(page.getByText('exactly these 22 people and their empty teams')).toBeVisible()
  expect(await counts(page)).toMatchObject({ students: 0 })
  await page.getByRole('button', { name: 'Import 22 people' }).click()
  await expect(page.getByText(/^22 people imported/)).toBeVisible()
  expect(presses()).toBe(3)
  expect(await counts(page)).toMatchObject({ students: 22, teams: 6 })
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await expect(page.getByText(/^Undone: 22 people and 6 teams/)).toBeVisible()
  expect(await counts(page)).toMatchObject({ students: 0, teams: 0 })
})

test('five lists with every mistake are fixed in the grid by keyboard, imported once, and taken back', async ({
  browser,
}) => {
  const page = await enter(browser, 'import', 'organizer')
  const presses = await countPresses(page, 'button, a, summary, label')
  await page.goto(IMPORT)
  await choose(page, LISTS)
  await expect(page.getByText('Five lists, 103 of 105 ready')).toBeVisible()
  await page
    .getByRole('complementary')
    .getByRole('link', { name: /national-aviation-academy/ })
    .first()
    .click()

  const first = cell(page, 'E-mail', 6)
  await first.fill('togrul at naa')
  await first.press('Enter')
  await expect(page.locator('#fix-6-why')).toContainText('“togrul at naa” is not an e-mail address')
  await expect(first).toBeFocused()
  await first.fill('togrul.tagiyev@naa.example')
  await first.press('Enter')
  const onward = page.getByRole('link', { name: 'Go to ufaz.tsv, line 9' })
  await expect(onward).toBeFocused()
  await page.keyboard.press('Enter')
  const second = cell(page, 'E-mail', 9)
  await expect(second).toBeFocused()
  await expect(second).toHaveValue('tural.veliyev at ufaz.example')
  await second.fill('tural.veliyev@ufaz.example')
  // Whoever leaves a line has saved it.
  await page.getByRole('heading', { level: 1 }).click()
  await expect(page.getByText('105 of 105 ready')).toBeVisible()
  expect(await counts(page)).toMatchObject({ students: 0, teams: 0 })

  await page.getByRole('button', { name: 'Import 105 people' }).click()
  await expect(page.getByText(/^105 people imported from 5 lists/)).toBeVisible()
  // The lists are chosen, one is opened, Enter saves a line twice and follows the link to the next, and all is imported.
  expect(presses()).toBe(6)
  expect(await counts(page)).toMatchObject({ students: 105, teams: 24, institutions: { roots: 4, named: 5 } })
  const done = page.url()

  await page.goto(IMPORT)
  await choose(page, LISTS)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Nobody new is ready. Nothing is saved yet.',
  )
  await expect(page.getByText('Nobody here already would be updated, 24 stay as they are.')).toBeVisible()
  await expect(page.getByText('Five lists, 103 of 105 ready')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Import|^Update/ })).toHaveCount(0)
  expect(await counts(page)).toMatchObject({ students: 105, teams: 24 })

  await page.goto(done)
  await page.getByRole('button', { name: 'Undo these 5 imports' }).click()
  await expect(page.getByText(/^Undone: 105 people and 24 teams/)).toBeVisible()
  expect(await counts(page)).toMatchObject({ students: 0, teams: 0 })
})

test('any line opens where it stands, and lines that end alike are shown alone', async ({ browser }) => {
  const page = await enter(browser, 'import', 'organizer')
  await page.goto(IMPORT)
  await choose(page, LISTS)
  await page.locator('#line-5').getByText('Mirzəyev').click()
  await expect(cell(page, 'First name', 5)).toBeFocused()
  await cell(page, 'Year', 5).fill('5')
  await cell(page, 'Year', 5).press('Enter')
  await expect(cell(page, 'Year', 5)).toHaveCount(0)
  await expect(page.locator('#line-5')).toContainText('5')
  await expect(page.getByRole('link', { name: 'Edit line 5' })).toBeFocused()

  const filter = page.getByRole('navigation', { name: 'Lines by what becomes of them' })
  await filter.getByRole('link', { name: 'Repeated 1' }).click()
  await expect(page.locator('#lines tbody')).toHaveCount(1)
  await page.locator('#line-10').getByRole('link', { name: 'Repeats line 3' }).click()
  await expect(page.locator('#line-3')).toBeInViewport()
  await expect(page.locator('#lines tbody')).toHaveCount(25)

  await page
    .getByRole('link', { name: /state-oil-and-industry/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Elsewhere 2', exact: true }).click()
  const elsewhere = page
    .locator('#by-line')
    .getByText(/with an address of/)
    .first()
  await expect(elsewhere).toContainText('UFAZ French-Azerbaijani University')
  await page
    .locator('#lines')
    .getByRole('link', { name: /^Counted on ufaz.tsv, line/ })
    .first()
    .click()
  await expect(page.getByText('Dry run · ufaz.tsv')).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the line to fix' }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('tural.veliyev at ufaz.example')
  await page.getByRole('link', { name: 'To fix 1', exact: true }).click()
  await page.locator('#line-9').getByRole('button', { name: 'Leave out' }).click()
  await expect(page.getByText('No line of this list ends so any more.')).toBeVisible()
  await page.locator('#by-line').getByRole('button', { name: 'Take it in again' }).click()
  await expect(cell(page, 'E-mail', 9)).toBeVisible()
})

test('alike names are asked about once, and a long list is turned a hundred lines at a time', async ({
  browser,
}) => {
  const page = await enter(browser, 'import', 'organizer')
  const people = Array.from({ length: 1204 }, (_, at) => `Ad${at},Soyad${at},a${at}@ada.example,`)
  people[0] += 'Göy Qurşağı'
  people[1] += 'Göy Qurşağı'
  people[2] += 'Göy Qurşaqı'
  await page.goto(IMPORT)
  const rows = Buffer.from(`First name,Last name,Email,Team\n${people.join('\n')}\n`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'long.csv', mimeType: 'text/csv', buffer: rows })
  await page.waitForURL(/draft=/)
  for (const step of [1, 2]) {
    await page.getByRole('link', { name: 'Next' }).click()
    await page.waitForURL(new RegExp(`page=${step + 1}`))
  }
  await expect(page.getByText('Lines 201–300 of 1,204')).toBeVisible()
  await expect(page.locator('#lines tbody')).toHaveCount(100)
  const question = page.locator('#by-line li').filter({ hasText: 'one team or two?' })
  await question.getByRole('button', { name: 'One team, Göy Qurşağı' }).click()
  await expect(question).toHaveCount(0)
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(page.getByText('Lines 101–200 of 1,204')).toBeVisible()
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(page.locator('#line-4')).toContainText('Göy Qurşağı')
})

test('how a list is read can be said by hand, and is shown at once', async ({ browser }) => {
  const page = await enter(browser, 'import', 'organizer')
  await page.goto(IMPORT)
  const buffer = Buffer.from('Nome|Indirizzo\nAnar,Leyla|anar@mail.example\n')
  await page.locator('input[type=file]').setInputFiles({ name: 'ufaz.txt', mimeType: 'text/plain', buffer })
  await page.waitForURL(/draft=/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This list cannot be imported as it is')
  const raw = page.getByRole('region', { name: 'The first lines as they stand in the file' })
  await expect(raw.getByRole('cell')).toHaveText(['Nome|Indirizzo', 'Anar,Leyla|anar@mail.example', ''])
  await page.getByLabel('Separator').selectOption('|')
  await expect(raw.getByRole('cell').first()).toHaveText('Nome')

  await page.getByRole('button', { name: 'Remove this list' }).click()
  await page.waitForURL(/\/import$/)
  const own = Buffer.from('First name|Last name|Email\nAnar|Tağıyev|anar@mail.example\n')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ufaz.txt', mimeType: 'text/plain', buffer: own })
  await page.waitForURL(/draft=/)
  await page.getByRole('button', { name: /^It is UFAZ French-Azerbaijani University/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 person is ready. Nothing is saved yet.')
  await page.getByLabel('Last name', { exact: true }).selectOption('Not imported')
  await expect(page.locator('#line-2')).not.toContainText('Tağıyev')
})

test('without scripts the lists are checked, fixed, imported and taken back by buttons', async ({
  browser,
}) => {
  const page = await enter(browser, 'import', 'organizer', { javaScriptEnabled: false })
  await page.goto(IMPORT)
  await page.locator('input[type=file]').setInputFiles(LISTS)
  await page.getByRole('button', { name: 'Check the lists' }).click()
  await page
    .getByRole('complementary')
    .getByRole('link', { name: /national-aviation-academy/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: 'Read again' })).toBeVisible()
  await page.getByRole('link', { name: 'To fix 1', exact: true }).click()
  await cell(page, 'E-mail', 6).fill('togrul.tagiyev@naa.example')
  await page.locator('#lines').getByRole('button', { name: 'Save line' }).click()
  await page.getByRole('link', { name: 'Go to ufaz.tsv, line 9' }).click()
  await cell(page, 'E-mail', 9).fill('tural.veliyev@ufaz.example')
  await cell(page, 'E-mail', 9).press('Enter')
  await expect(page.getByText('105 of 105 ready')).toBeVisible()
  await page.getByRole('link', { name: 'Edit line 12' }).click()
  await cell(page, 'Year', 12).fill('4')
  await page.locator('#line-12').getByRole('button', { name: 'Save line' }).click()
  await expect(cell(page, 'Year', 12)).toHaveCount(0)
  await page.getByRole('button', { name: 'Import 105 people' }).click()
  await expect(page.getByText(/^105 people imported/)).toBeVisible()
  expect(await counts(page)).toMatchObject({ students: 105, teams: 24 })
  await page.getByRole('button', { name: 'Undo these 5 imports' }).click()
  await expect(page.getByText(/^Undone: 105 people/)).toBeVisible()
  expect(await counts(page)).toMatchObject({ students: 0, teams: 0 })
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`on a phone nothing goes sideways, and nobody is kept out (${colorScheme})`, async ({ browser }) => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, colorScheme }
    const page = await enter(browser, 'import', 'organizer', phone)
    const look = async (what: string) => {
      expect({ what, sideways: await sideways(page) }).toEqual({ what, sideways: 0 })
      expect({ what, faults: await seriousFaults(page) }).toEqual({ what, faults: [] })
    }
    await page.goto(IMPORT)
    await look('the files')
    await choose(page, LISTS)
    const draft = new URL(page.url()).searchParams.get('draft')
    for (const [what, rest] of Object.entries({
      'a list': 'list=1',
      'lines to fix': 'list=4&show=error',
      'an open line': 'list=1&edit=5',
      'lines elsewhere': 'list=3&show=elsewhere',
      'more lists': 'list=0&add=1',
    })) {
      await page.goto(`${IMPORT}?draft=${draft}&${rest}`)
      await look(what)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${IMPORT}?draft=${draft}&list=4`)
    await look('the desk')
  })
