import { type Browser, expect, type Page, test } from '@playwright/test'
import { enter } from './roles'

test.describe.configure({ mode: 'serial' })

/** Finals that run beside Baku's, with three teams each and no jury yet. */
const FINAL = 'actinspace-2018/croatia'
const ORGANIZE = `/organize/${FINAL}`
const OTHER = '/organize/actinspace-2018/germany'
const RULES = '/admin/actinspace-2018/rules'
const REASON = 'Every final sends teams of the same size to Toulouse, Ə to ş.'

const sizes = (page: Page) => page.getByRole('region', { name: 'Sizes of teams' })

test('the owner locks the sizes of teams: an organizer reads why, and no post gets around it, until it is lifted', async ({
  browser,
}) => {
  const owner = await enter(browser, 'judging', 'owner')
  await owner.goto(RULES)
  await sizes(owner).getByText('Lock this rule').click()
  await sizes(owner).getByLabel('Reason').fill(' \u200b')
  await sizes(owner).getByRole('button', { name: 'Lock it for every event' }).click()
  await expect(sizes(owner).getByText(/^This needs a reason/)).toBeVisible()
  await sizes(owner).getByLabel('Reason').fill(REASON)
  await sizes(owner).getByRole('button', { name: 'Lock it for every event' }).click()
  await expect(sizes(owner).getByText('locked · version 1')).toBeVisible()
  await expect(sizes(owner).getByText(/^Since .+, by Owner \(example\)$/)).toBeVisible()

  const admin = await enter(browser, 'judging', 'edition')
  await admin.goto(RULES)
  await expect(sizes(admin).getByText(REASON)).toBeVisible()
  await expect(admin.getByRole('main').getByRole('button')).toHaveCount(0)

  const organizer = await enter(browser, 'judging', 'organizer.hr', { viewport: { width: 360, height: 740 } })
  expect((await organizer.goto(RULES))?.status()).toBe(404)
  await organizer.goto(`${ORGANIZE}/settings`)
  await expect(
    organizer.getByText(new RegExp(`^Locked by the edition since .+: ${REASON} · version 1$`)),
  ).toBeVisible()
  await expect(organizer.getByText('2 to 5 members')).toBeVisible()
  await expect(organizer.getByLabel('Largest team')).toHaveCount(0)
  await expect(organizer.getByText('Owner (example)')).toHaveCount(0)
  await organizer.getByLabel('Venue').fill('Zagreb')
  await organizer.getByRole('button', { name: 'Save the settings' }).click()
  await expect(organizer.getByText('Saved.')).toBeVisible()
  await organizer.locator('input[name=teamMax]').evaluate((field: HTMLInputElement) => {
    field.value = '4'
  })
  await organizer.getByLabel('Venue').fill('Split')
  await organizer.getByRole('button', { name: 'Save the settings' }).click()
  await expect(organizer.getByRole('alert').filter({ hasText: REASON })).toContainText(
    'Only the owner of the competition can lift the lock.',
  )
  await organizer.reload()
  await expect(organizer.getByLabel('Venue')).toHaveValue('Zagreb')

  await owner.reload()
  await sizes(owner).getByRole('button', { name: 'Lift the lock' }).click()
  await expect(sizes(owner).getByText('Locked once before')).toBeVisible()
  await organizer.reload()
  await organizer.getByLabel('Largest team').fill('4')
  await organizer.getByRole('button', { name: 'Save the settings' }).click()
  await expect(organizer.getByText('Saved.')).toBeVisible()
})

const CRITERIA = ['Business model', 'İnnovasiya', 'Use of space data', 'Team'] as const

const criterion = (page: Page, number: number) => page.getByRole('group', { name: `Criterion ${number}` })

test('an organizer writes the rubric, the juror reads it, and the first mark fixes it', async ({
  browser,
}) => {
  const organizer = await enter(browser, 'judging', 'organizer.hr')
  await organizer.goto(`${ORGANIZE}/criteria`)
  await organizer.getByRole('button', { name: 'Save the rubric' }).last().click()
  await expect(criterion(organizer, 1).getByRole('alert')).toHaveText(
    'Each criterion needs a name that can be read.',
  )
  for (const [index, name] of CRITERIA.entries()) {
    if (index > 0) await organizer.getByRole('button', { name: 'Add a criterion' }).click()
    const fields = criterion(organizer, index + 1)
    await fields.getByLabel('Name').fill(name)
    await fields.getByLabel('Weight', { exact: true }).fill(index === 0 ? '30' : '20')
  }
  await expect(organizer.getByText('The weights add up to 90, not to 100')).toBeVisible()
  const [first] = [criterion(organizer, 1)]
  await first.getByLabel('Weight', { exact: true }).fill('40')
  await expect(organizer.getByText('The weights add up to 100.')).toBeVisible()
  await first.getByText('What the values mean').click()
  await first.getByRole('button', { name: 'Add a sentence' }).click()
  await organizer.keyboard.type('7')
  await first.getByLabel('Sentence (Business model, 1)').fill('A named customer, a price and a cost.')
  await criterion(organizer, 4).getByRole('button', { name: 'Move “Team” up' }).click()
  await expect(criterion(organizer, 3).getByLabel('Name')).toHaveValue('Team')
  await expect(criterion(organizer, 3).getByRole('button', { name: 'Move “Team” up' })).toBeFocused()
  await organizer.getByRole('button', { name: 'Business model: 7', exact: true }).click()
  await expect(organizer.getByText('A named customer, a price and a cost.').first()).toBeVisible()
  await organizer.getByRole('button', { name: 'Save the rubric' }).last().click()
  await expect(organizer.getByText('Saved. Every sheet shows it.')).toBeVisible()

  await startJudging(organizer)
  const juror = await enter(browser, 'judging', 'rules.hr', { viewport: { width: 360, height: 740 } })
  await juror.goto(`/jury/${FINAL}`)
  const shown = juror.getByRole('region')
  for (const name of CRITERIA) await expect(shown.filter({ hasText: name }).first()).toBeVisible()
  await organizer.goto(`${ORGANIZE}/criteria`)
  await expect(organizer.getByRole('button', { name: 'Save the rubric' }).last()).toBeVisible()
  await juror.getByRole('button', { name: 'Business model: 7', exact: true }).click()
  await expect(
    juror.getByText('A named customer, a price and a cost.').filter({ visible: true }),
  ).toBeVisible()
  await expect(juror.getByText(/^Sent \d/).filter({ visible: true })).toBeVisible()

  await organizer.getByRole('button', { name: 'Save the rubric' }).last().click()
  await expect(organizer.getByText('Saved. Every sheet shows it.')).toHaveCount(0)
  await expect(organizer.getByText('The first mark has been given')).toBeVisible()
  await organizer.reload()
  await expect(
    organizer.getByText(/^The rubric is locked since the first mark, given 26 May 2018/),
  ).toBeVisible()
  await expect(organizer.getByRole('button', { name: 'Save the rubric' })).toHaveCount(0)
})

/** One juror for the three teams, and the event on to judging. */
async function startJudging(organizer: Page): Promise<void> {
  await organizer.goto(`${ORGANIZE}/jury`)
  await organizer.getByLabel('Office, as everybody reads it').fill('Space agency')
  await organizer.getByLabel('First name').fill('Ana')
  await organizer.getByLabel('E-mail').fill('rules.hr@example.org')
  await organizer.getByRole('button', { name: 'Seat the juror' }).click()
  await expect(organizer.getByText('Seated.')).toBeVisible()
  await organizer.getByRole('button', { name: 'Assign the panel' }).click()
  await expect(organizer.getByText(/^Assigned\./)).toBeVisible()
  await organizer.goto(`${ORGANIZE}/settings`)
  await organizer.getByRole('button', { name: 'Go on to Judging' }).click()
  await expect(organizer.getByRole('button', { name: 'Go on to Judging' })).toHaveCount(0)
}

test('without JavaScript the same form adds, moves, takes out and saves', async ({ browser }) => {
  const page = await withoutScript(browser)
  await page.goto(`${OTHER}/criteria`)
  await criterion(page, 1).getByLabel('Name').fill('Ideya')
  await criterion(page, 1).getByLabel('Weight', { exact: true }).fill('60')
  await page.getByRole('button', { name: 'Add a criterion' }).click()
  await criterion(page, 2).getByLabel('Name').fill('Komanda')
  await criterion(page, 2).getByLabel('Weight', { exact: true }).fill('40')
  await page.getByRole('button', { name: 'Add a criterion' }).click()
  await page.getByRole('button', { name: 'Take out “Criterion 3”' }).click()
  await page.getByRole('button', { name: 'Move “Komanda” up' }).click()
  await expect(criterion(page, 1).getByLabel('Name')).toHaveValue('Komanda')
  await criterion(page, 2).getByLabel('Name').press('Enter')
  await expect(page.getByText('Saved. Every sheet shows it.')).toBeVisible()
  await page.goto(`${OTHER}/criteria`)
  await expect(criterion(page, 1).getByLabel('Name')).toHaveValue('Komanda')
  await expect(criterion(page, 2).getByLabel('Weight', { exact: true })).toHaveValue('60')
  await expect(criterion(page, 3)).toHaveCount(0)
})

const withoutScript = (browser: Browser) =>
  enter(browser, 'judging', 'organizer.de', {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
