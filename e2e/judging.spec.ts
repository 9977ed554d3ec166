import { type APIRequestContext, expect, test } from '@playwright/test'
import { BAKU, enter, signIn } from './roles'

test.describe.configure({ mode: 'serial' })

const MARKS = `/api/v1/jury/${BAKU}/marks`
const JURY = ['juror1', 'juror2', 'juror3', 'juror4', 'juror5', 'juror6', 'president']

interface Sheet {
  entries: { id: string; team: string }[]
  criteria: { id: string; kind: string; scale: { min: number; max: number } }[]
  marks: { id: string; entry: string; criterion: string; value: number }[]
  ballots: { entry: string; status: string }[]
}

const sheetOf = async (request: APIRequestContext): Promise<Sheet> => (await request.get(MARKS)).json()

/** Completes and submits every open ballot of a juror, as their device would. */
async function finishSheet(request: APIRequestContext, juror: number): Promise<number> {
  const sheet = await sheetOf(request)
  const open = sheet.ballots.filter(({ status }) => status === 'draft').map(({ entry }) => entry)
  let seq = 0
  const marks = open.flatMap((entry, index) =>
    sheet.criteria.map(({ id: criterion, kind }) => ({
      ...{ id: crypto.randomUUID(), entry, criterion, device: 'journey', seq: ++seq },
      value: kind === 'gate' ? 1 : 5 + ((juror + index) % 5) / 2,
      replaces: sheet.marks.find((mark) => mark.entry === entry && mark.criterion === criterion)?.id ?? null,
      at: '2018-05-26T12:30:00Z',
    })),
  )
  const answer = await (await request.post(MARKS, { data: { marks } })).json()
  expect(answer).toEqual({ saved: marks.map(({ id }) => id), rejected: [], conflicts: [] })
  const again = await (await request.post(MARKS, { data: { marks } })).json()
  expect(again.saved).toEqual(answer.saved)
  for (const entry of open) {
    const url = `/api/v1/jury/${BAKU}/ballots/${entry}`
    expect((await request.post(url, { data: { status: 'submitted' } })).status()).toBe(200)
  }
  return open.length
}

const entryOf = (sheet: Sheet, team: string | null) => sheet.entries.find((one) => one.team === team)?.id
const statusOf = (sheet: Sheet, team: string | null) =>
  sheet.ballots.find(({ entry }) => entry === entryOf(sheet, team))?.status

const CRITERIA = ['Economic model', 'Innovation', 'Benefit to society', 'Team']

test('a juror scores a team on the phone with four taps, offline too, and sends the ballot', async ({
  browser,
}) => {
  const page = await enter(browser, 'final', 'juror1', { viewport: { width: 390, height: 844 } })
  const open = (await sheetOf(page.request)).ballots.filter(({ status }) => status === 'draft')
  expect(open.length).toBeGreaterThanOrEqual(6)
  await page.goto(`/jury/${BAKU}`)
  await expect(page.getByText('President of CNES · Jury')).toBeVisible()
  await page.getByRole('button', { name: 'Next team' }).click()
  const team = await page.getByRole('heading', { level: 1 }).textContent()
  const requests: string[] = []
  page.on('request', (request) => request.isNavigationRequest() && requests.push(request.url()))

  const tap = (criterion: string) =>
    page.getByRole('button', { name: `${criterion}: 8`, exact: true }).click()
  await tap('Economic model')
  await expect(page.getByText(/^(✓ )?(Sent|Everything is sent)/).first()).toBeVisible()
  await page.context().setOffline(true)
  for (const criterion of CRITERIA.slice(1)) await tap(criterion)
  await expect(page.getByText('Waiting for network: 3 marks are safe here')).toBeVisible()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: /^Send 80/ }).click()
  await expect(page.getByText('Sent: this ballot takes no marks until you reopen it.')).toBeVisible()
  await expect.poll(async () => statusOf(await sheetOf(page.request), team)).toBe('submitted')
  expect(requests).toEqual([])

  const sheet = await sheetOf(page.request)
  const entry = entryOf(sheet, team)
  const weighted = sheet.criteria.filter(({ kind }) => kind === 'weighted').map(({ id }) => id)
  const given = sheet.marks.filter((mark) => mark.entry === entry && weighted.includes(mark.criterion))
  expect(given.map(({ value }) => value)).toEqual([8, 8, 8, 8])
})

test('seven jurors score 24 teams, and the organizer sees each ballot come in', async ({ browser }) => {
  const desk = await enter(browser, 'final', 'organizer')
  await desk.goto(`/organize/${BAKU}/desk`)
  await expect(desk.getByText(/ballots are missing/).first()).toBeVisible()
  await desk.getByRole('button', { name: 'Close scoring' }).click()
  await expect(desk.getByRole('alert').filter({ hasText: 'Scoring cannot close' })).toBeVisible()
  for (const [index, account] of JURY.entries()) {
    const { request } = await enter(browser, 'final', account)
    expect(await finishSheet(request, index)).toBeGreaterThanOrEqual(account === 'juror1' ? 5 : 6)
  }
  await desk.reload()
  await expect(desk.getByText('Every ballot is in')).toBeVisible()
  await desk.getByRole('button', { name: 'Close scoring' }).click()
  await expect(desk.getByText('Scoring is closed').first()).toBeVisible()
})

test('a mark that comes after closing is refused with 423', async ({ browser }) => {
  const { request } = await enter(browser, 'final', 'juror1')
  const sheet = await sheetOf(request)
  const [entry] = sheet.entries
  const criterion = sheet.criteria.find(({ kind }) => kind === 'weighted')
  const mark = {
    id: crypto.randomUUID(),
    entry: entry?.id,
    criterion: criterion?.id,
    value: 10,
    device: 'late',
    seq: 1,
  }
  const data = { marks: [{ ...mark, replaces: null, at: '2018-05-26T12:00:00Z' }] }
  expect((await request.post(MARKS, { data })).status()).toBe(423)
})

test('the president decides at the gate and seals; the organizer cannot', async ({ browser }) => {
  const organizer = await enter(browser, 'final', 'organizer')
  await organizer.goto(`/organize/${BAKU}/deliberation`)
  await expect(organizer.getByRole('button', { name: 'Seal this ranking' })).toHaveCount(0)
  const page = await enter(browser, 'final', 'president')
  await page.goto(`/organize/${BAKU}/deliberation`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('leads by')
  // How sure that is, computed beside the requests, stands next to it.
  await expect(page.getByRole('heading', { name: 'Stays first if any one juror is removed' })).toBeVisible()
  await expect(page.getByRole('img', { name: /is the best team with a chance of/ })).toHaveCount(23)
  await page.getByLabel('Decision').selectOption({ label: 'Confirm: it does not pass' })
  await page.getByLabel('Reason').first().fill('It works without any satellite data.')
  await page.getByRole('button', { name: 'Record decision' }).click()
  await expect(page.getByText('Clear to seal')).toBeVisible()
  await page.getByRole('button', { name: 'Seal this ranking' }).click()
  await expect(page.getByText(/Nothing but publication or a new version can follow/).first()).toBeVisible()
})

test('nobody outside reads the sealed result before it is published, and everybody after', async ({
  browser,
}) => {
  const visitor = await enter(browser, 'final', null)
  const results = `/api/v1/events/${BAKU}/results`
  expect((await visitor.request.get(results)).status()).toBe(404)
  expect((await visitor.goto(`/${BAKU}/results`))?.status()).toBe(404)
  const page = await enter(browser, 'final', 'organizer')
  await page.goto(`/organize/${BAKU}/publish`)
  await page.getByRole('button', { name: 'Publish: Ranks and scores' }).click()
  await expect(page.getByText('The result is public').first()).toBeVisible()
  const published = await (await visitor.request.get(results)).json()
  expect(published).toMatchObject({
    version: 1,
    ranking: expect.arrayContaining([expect.objectContaining({ rank: 1 })]),
  })
  expect(published.ranking).toHaveLength(23)
  expect(published.ranking[0].team.slug).toBe('xezer-sat')
  expect(published.notRanked).toHaveLength(1)
  expect((await visitor.goto(`/${BAKU}/results`))?.status()).toBe(200)
})

test('the winner is offered the place, comes, and is accepted in Toulouse', async ({ browser }) => {
  const organizer = await enter(browser, 'final', 'organizer')
  await organizer.goto(`/organize/${BAKU}/promotion`)
  await organizer.getByRole('button', { name: /^Offer the place to/ }).click()
  await expect(organizer.getByText('offered').first()).toBeVisible()
  const captain = await enter(browser, 'final', null, { viewport: { width: 360, height: 740 } })
  await signIn(captain.request, 'tural.abbasov@ada.example')
  await captain.goto('/me')
  await captain.getByRole('button', { name: 'We come' }).click()
  await expect(captain.getByText('You said that you come.')).toBeVisible()
  const host = await enter(browser, 'final', 'toulouse')
  await host.goto(`/organize/${BAKU}/promotion`)
  await host.getByRole('button', { name: 'Accept into the final' }).click()
  await expect(host.getByText('accepted').first()).toBeVisible()
  const teams = await (await host.request.get('/api/v1/events/actinspace-2018/international/teams')).json()
  expect(teams.teams.map(({ country }: { country: string }) => country)).toContain('AZ')
})
