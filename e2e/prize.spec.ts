import { expect, type Page, test } from '@playwright/test'
import { enter } from './roles'

/** A final of three teams and three jurors that stands in its deliberation, beside the story that is published. */
const FINAL = 'actinspace-2018/croatia'
const ORGANIZE = `/organize/${FINAL}`
const PRIZE = 'Copernicus prize'

test('a special prize from its criteria to the public page: own jury, own marks, sealed with the result', async ({
  browser,
}) => {
  const organizer = await enter(browser, 'published', 'organizer.hr')
  const president = await enter(browser, 'published', 'juror1.hr')
  await organizer.goto(`${ORGANIZE}/jury/prizes`)
  await expect(organizer.getByText('No special prize yet')).toBeVisible()
  await expect(organizer.getByRole('button', { name: 'Create the prize' })).toHaveCount(0)
  await reopen(organizer, president)

  await organizer.goto(`${ORGANIZE}/jury/prizes`)
  await organizer.getByLabel('Name, as everybody reads it').fill(PRIZE)
  await organizer.getByLabel('Criteria, one a line with its weight').fill('Use of space data: 60\nNovelty')
  await organizer.getByRole('button', { name: 'Create the prize' }).click()
  await expect(organizer.getByText(/^Line 2 is no criterion\./)).toBeVisible()
  await organizer
    .getByLabel('Criteria, one a line with its weight')
    .fill('Use of space data: 60\nNovelty: 40')
  await organizer.getByRole('button', { name: 'Create the prize' }).click()
  await expect(organizer.getByRole('heading', { name: PRIZE })).toBeVisible()
  await organizer.goto(`${ORGANIZE}/jury`)
  await organizer.getByLabel('Office, as everybody reads it').fill('Head of Earth observation')
  await organizer.getByLabel('First name').fill('Ana')
  await organizer.getByLabel('E-mail').fill('eo.hr@example.org')
  await organizer.getByLabel('Scores for').selectOption({ label: PRIZE })
  await organizer.getByRole('button', { name: 'Seat the juror' }).click()
  await expect(organizer.getByText('Seated.')).toBeVisible()
  await organizer.getByRole('button', { name: 'Assign the panel' }).click()
  await expect(organizer.getByText(/^Assigned\./)).toBeVisible()
  await expect(organizer.getByRole('heading', { level: 1 })).toHaveText('3 seats')
  await expect(organizer.getByText('3 voting · 1 more seat for special prizes')).toBeVisible()
  await organizer.goto(`${ORGANIZE}/desk`)
  await expect(organizer.getByText(`${PRIZE}: 3 ballots are missing`)).toBeVisible()
  await expect(organizer.getByRole('heading', { name: '3 ballots are missing' })).toBeVisible()

  const juror = await enter(browser, 'published', 'eo.hr', { viewport: { width: 360, height: 740 } })
  await juror.goto(`/jury/${FINAL}`)
  await expect(juror.getByRole('button', { name: 'Economic model: 7', exact: true })).toHaveCount(0)
  const teams: string[] = []
  for (const value of [3, 5, 9]) {
    teams.push((await juror.getByRole('heading', { level: 1 }).textContent()) ?? '')
    for (const criterion of ['Use of space data', 'Novelty']) {
      await juror.getByRole('button', { name: `${criterion}: ${value}`, exact: true }).click()
    }
    await juror.getByRole('button', { name: /^Send \d/ }).click()
    await expect(juror.getByText(/^Sent: this ballot/)).toBeVisible()
    if (teams.length < 3) await juror.getByRole('button', { name: /^Next team/ }).click()
  }
  await expect(juror.getByRole('status').filter({ hasText: /^Sent \d/ })).toBeVisible()
  const best = teams[2] ?? ''

  await organizer.goto(`${ORGANIZE}/desk`)
  await organizer.getByRole('button', { name: 'Close scoring' }).click()
  await expect(organizer.getByRole('heading', { name: 'Scoring is closed' })).toBeVisible()
  await president.goto(`${ORGANIZE}/deliberation`)
  await expect(president.getByText(`${best} wins it by the fair average of its own jury.`)).toBeVisible()
  await president.getByRole('button', { name: 'Seal this ranking' }).click()
  await expect(
    president.getByText('Sealed. Nothing but publication or a new version can follow.'),
  ).toBeVisible()
  const results = `/api/v1/events/${FINAL}/results`
  expect((await organizer.request.get(results)).status()).toBe(404)

  await organizer.goto(`${ORGANIZE}/publish`)
  await expect(organizer.getByRole('listitem').filter({ hasText: PRIZE })).toContainText(best)
  await organizer.getByRole('button', { name: /^Publish:/ }).click()
  await expect(organizer.getByRole('heading', { name: 'The result is public' })).toBeVisible()
  const visitor = await enter(browser, 'published', null, { viewport: { width: 360, height: 740 } })
  await visitor.goto(`/${FINAL}/results`)
  await expect(visitor.getByRole('listitem').filter({ hasText: PRIZE })).toContainText(best)
  const { awards } = await (await visitor.request.get(results)).json()
  expect(awards).toEqual([
    { kind: 'special', name: PRIZE, partner: null, team: { slug: expect.any(String), name: best } },
  ])
})

/** Scoring opens again: one of the desk asks, another confirms. */
async function reopen(organizer: Page, president: Page): Promise<void> {
  await organizer.goto(`${ORGANIZE}/desk`)
  await organizer.locator('summary').filter({ hasText: 'Ask to reopen scoring' }).click()
  await organizer.getByLabel('Reason').fill('The special prize was forgotten.')
  await organizer.getByRole('button', { name: 'Ask to reopen scoring' }).click()
  await expect(organizer.getByText('Asked. A second person of the jury desk confirms it.')).toBeVisible()
  await president.goto(`${ORGANIZE}/desk`)
  await president.getByRole('button', { name: 'Confirm reopening' }).click()
  await expect(president.getByRole('heading', { name: 'Every ballot is in' })).toBeVisible()
}
