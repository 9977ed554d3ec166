import { expect, type Page, test } from '@playwright/test'
import { enterCode } from './mailbox'
import { BAKU, enter } from './roles'
import { addressOf } from './stories'

const STUDENT = 'emil.ferecov@ada.example'

/** What the world may read of the final, and what its organizer can prove of it. */
async function figures({ request }: Page) {
  const found: Record<string, unknown> = {}
  for (const what of ['', '/results', '/teams', '/package']) {
    const answer = await request.get(`/api/v1/events/${BAKU}${what}`)
    expect(answer.ok(), what).toBe(true)
    found[what] = await answer.json()
  }
  return found
}

test('a student erases their account, and every count and result stays', async ({ browser }) => {
  const organizer = await enter(browser, 'published', 'organizer')
  const before = await figures(organizer)
  const page = await enter(browser, 'published', null)
  await page.goto('/sign-in?next=/me/privacy')
  await page.getByLabel('E-mail address').fill(STUDENT)
  await page.getByRole('button', { name: 'Send the code' }).click()
  await enterCode(page, STUDENT)
  await expect(page.getByRole('heading', { name: 'Your data' })).toBeVisible()

  await page.getByLabel(/My name may be published/).check()
  await page.getByRole('button', { name: 'Save my answers' }).click()
  await page.getByText('1 answer so far').or(page.getByText('3 answers so far')).click()
  await expect(page.getByText('Publish my name')).toBeVisible()
  const own = await (await page.request.get('/me/privacy/data')).json()
  expect(own.addresses).toEqual([expect.objectContaining({ email: STUDENT })])
  const name = `${own.person.givenName} ${own.person.familyName}`
  await organizer.goto(`/organize/${BAKU}/people`)
  await expect(organizer.getByText(STUDENT)).toBeVisible()

  await page.getByRole('link', { name: 'See what would be erased' }).click()
  await page.getByRole('button', { name: 'Erase my account' }).click()
  await expect(page.getByText('Nothing was erased.')).toBeVisible()
  await page.getByLabel(/I have read this/).check()
  await page.getByRole('button', { name: 'Erase my account' }).click()
  await expect(page.getByRole('heading', { name: 'Your account is erased' })).toBeVisible()

  await page.goto('/me/privacy')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await organizer.reload()
  await expect(organizer.getByText(STUDENT)).toHaveCount(0)
  await expect(organizer.getByText(name)).toHaveCount(0)
  expect(await figures(organizer)).toEqual(before)
})

const PAGES: readonly (readonly [account: string | null, paths: readonly string[]])[] = [
  [
    null,
    [
      '/',
      '/sign-in',
      '/join',
      '/actinspace-2018',
      ...['', '/results', '/teams', '/screen', '/register'].map((path) => `/${BAKU}${path}`),
    ],
  ],
  ['student', ['/me', '/me/privacy', '/me/privacy/erase']],
  ['juror2', [`/jury/${BAKU}`, `/jury/${BAKU}/review`]],
  [
    'organizer',
    [
      'desk',
      'stage',
      'deliberation',
      'publish',
      'promotion',
      'people',
      'teams',
      'institutions',
      'challenges',
      'jury',
      'settings',
    ].map((place) => `/organize/${BAKU}/${place}`),
  ],
]

test('no page asks anybody but its own server', async ({ browser }) => {
  const asked: string[] = []
  for (const [account, paths] of PAGES) {
    const page = await enter(browser, 'published', account)
    page.on('request', (request) => asked.push(request.url()))
    for (const path of paths) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
    }
  }
  const own = new URL(addressOf('published')).origin
  const others = asked.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== own)
  expect(others).toEqual([])
  expect(asked.length).toBeGreaterThan(PAGES.flatMap(([, paths]) => paths).length)
})
