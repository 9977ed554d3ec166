import { expect, test } from '@playwright/test'
import { enter } from './roles'

const WRONG = [
  ['/nowhere', 404],
  ['/actinspace-2018/nowhere', 404],
  ['/actinspace-2018/azerbaijan/teams/nobody', 404],
  ['/actinspace-2018/azerbaijan/results', 404],
  ['/actinspace-2018/%E0%A4%A', 400],
  ['/j/AAAAAA', 404],
  ['/api/v1/editions/nowhere', 404],
  ['/api/v1/events/actinspace-2018/nowhere', 404],
  ['/api/v1/events/actinspace-2018/azerbaijan/results', 404],
  ['/api/v1/events/actinspace-2018/azerbaijan/results.csv', 404],
  ['/organize/actinspace-2018/nowhere', 404],
] as const

test('wrong addresses answer with the right code, never with 500', async ({ browser }) => {
  const page = await enter(browser, 'judging', null)
  for (const [path, status] of WRONG) {
    const answer = await page.request.get(path, { maxRedirects: 0 })
    expect({ path, status: answer.status() }).toEqual({ path, status })
  }
})

test('an event tells in public how many take part, and where its winner goes', async ({ browser }) => {
  const page = await enter(browser, 'judging', null)
  const answer = await page.request.get('/api/v1/events/actinspace-2018/azerbaijan')
  expect(await answer.json()).toMatchObject({
    phase: 'judging',
    place: { country: 'AZ', city: 'Baku' },
    timeZone: 'Asia/Baku',
    counts: { students: 105, teams: 24, institutions: { roots: 4, named: 5 }, jurors: 7 },
    promotesTo: 'actinspace-2018/international',
  })
})

test('the public pages read without JavaScript, on a phone, without scrolling sideways', async ({
  browser,
}) => {
  const page = await enter(browser, 'published', null, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  const paths = ['/', '/actinspace-2018', '/actinspace-2018/azerbaijan', '/actinspace-2018/azerbaijan/teams']
  for (const path of [...paths, '/actinspace-2018/azerbaijan/results', '/actinspace-2018/international']) {
    const answer = await page.goto(path)
    expect({ path, status: answer?.status() }).toEqual({ path, status: 200 })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('results answer who won and where next in the first view', async ({ browser }) => {
  const page = await enter(browser, 'published', null, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  await page.goto('/actinspace-2018/azerbaijan/results')
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toContainText('Xəzər Sat')
  await expect(title).toBeInViewport()
  await expect(page.getByText('Toulouse').first()).toBeInViewport()
})
