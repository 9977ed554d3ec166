import { expect, type Page, test } from '@playwright/test'
import { BAKU, enter } from './roles'

test.describe.configure({ mode: 'serial' })

const SEAT = 'Geospatial company'
const CELLS = ['Economic model', 'Innovation', 'Benefit to society', 'Team']

/** Types one reading of the open cells and keeps it. */
async function read(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  const form = page.locator('#reading')
  const gate = form.getByRole('combobox')
  if ((await gate.count()) > 0) await gate.selectOption({ label: 'Passes (no objection)' })
  for (const [cell, value] of Object.entries(values)) await form.getByLabel(cell, { exact: true }).fill(value)
  await form.getByRole('button', { name: 'Keep this reading' }).click()
}

test('a sheet on paper is typed in twice; where the two differ a third decides, and the desk has the ballot', async ({
  browser,
}) => {
  const page = await enter(browser, 'judging', 'organizer')
  await page.goto(`/organize/${BAKU}/jury`)
  await page.getByRole('link', { name: 'Type in paper sheets' }).click()
  await page.getByRole('navigation', { name: 'Whose sheet' }).getByRole('link', { name: SEAT }).click()
  const row = page.locator('ol > li').filter({ hasText: 'not read' }).last()
  const team = (await row.getByRole('link').textContent()) ?? ''
  const state = page.locator('ol > li').filter({ hasText: team })
  await row.getByRole('link').click()

  const [economy = '', innovation = '', society = '', people = ''] = CELLS
  const first = { [economy]: '7', [innovation]: '8,5', [society]: '6', [people]: '9' }
  await read(page, first)
  await expect(page.getByText('Reading 2')).toBeVisible()
  await expect(state).toContainText('read once')
  // Nothing of the first reading is on the page, nor in what it was made from.
  expect(await page.locator('main').innerHTML()).not.toMatch(/8[.,]5/)

  const form = page.locator('#reading')
  for (const [at, cell] of CELLS.entries()) {
    await form.getByLabel(cell, { exact: true }).press('Enter')
    const next = CELLS[at + 1]
    const stop = next ? form.getByLabel(next, { exact: true }) : form.getByRole('button')
    await expect(stop).toBeFocused()
  }
  await read(page, { ...first, [society]: '11' })
  await expect(page.getByText('Choose one of those')).toBeVisible()
  await read(page, { ...first, [society]: '5' })
  await expect(page.getByText('Reading 3')).toBeVisible()
  await expect(page.locator('#reading').getByRole('textbox')).toHaveCount(1)
  await read(page, { [society]: '6' })
  await expect(state).toContainText('submitted')

  const juror = await enter(browser, 'judging', 'juror6')
  const sheet = await (await juror.request.get(`/api/v1/jury/${BAKU}/marks`)).json()
  const entry = sheet.entries.find((one: { team: string }) => one.team === team).id
  const marks = CELLS.map((name) => {
    const { id } = sheet.criteria.find((criterion: { name: string }) => criterion.name === name)
    return sheet.marks.find(
      (mark: { entry: string; criterion: string }) => mark.entry === entry && mark.criterion === id,
    )?.value
  })
  expect(marks).toEqual([7, 8.5, 6, 9])
  expect(sheet.ballots.find((ballot: { entry: string }) => ballot.entry === entry).status).toBe('submitted')
})

test('without scripts a reading is kept too, and a blank sheet holds each team on its own row', async ({
  browser,
}) => {
  const page = await enter(browser, 'judging', 'organizer', { javaScriptEnabled: false })
  await page.goto(`/organize/${BAKU}/jury/paper`)
  await page.getByRole('navigation', { name: 'Whose sheet' }).getByRole('link', { name: 'Ministry' }).click()
  const row = page.locator('ol > li').filter({ hasText: 'not read' }).last()
  const team = (await row.getByRole('link').textContent()) ?? ''
  await row.getByRole('link').click()
  await read(page, Object.fromEntries(CELLS.map((cell) => [cell, '5'])))
  await expect(page.locator('ol > li').filter({ hasText: team })).toContainText('read once')

  await page.goto(`/organize/${BAKU}/jury/sheets`)
  const sheet = page.locator('section').filter({ hasText: SEAT })
  await expect(sheet.locator('tbody tr')).toHaveCount(24)
})
