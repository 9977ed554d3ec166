import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { pdfText } from './pdf-text'
import { enter } from './roles'

test.describe.configure({ mode: 'serial' })

/** A final of three teams and three jurors that stands in its deliberation, beside the story that is published. */
const FINAL = 'actinspace-2018/bulgaria'
const OFFICES = ['Space agency of Bulgaria', 'University of Bulgaria', 'Company of Bulgaria']
const TEAMS = ['Aurora Bulgaria', 'Meridian Bulgaria', 'Perigee Bulgaria']
const REOPENED = 'The company’s phone held one mark back.'

const open = async (browser: Browser, account: string, path: string) => {
  const page = await enter(browser, 'published', `${account}.bg`)
  await page.goto(path)
  return page
}
const desk = (browser: Browser, account = 'organizer') => open(browser, account, `/organize/${FINAL}/desk`)

/** The fingerprint that stands beside the table of a sheet, in hex. */
const fingerprintOn = async (page: Page) => {
  const shown = await page.getByText(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/).innerText()
  return shown.replaceAll(' ', '')
}

/** Looks over the table of a seat and signs it. */
async function signSheet(browser: Browser, seat: number): Promise<string> {
  const page = await open(browser, `juror${seat + 1}`, `/jury/${FINAL}/review`)
  const table = page.getByRole('table', { name: 'Your marks, team by team' })
  expect((await table.getByRole('rowheader').allInnerTexts()).sort()).toEqual(TEAMS)
  const fingerprint = await fingerprintOn(page)
  await page.getByLabel('Type your office to sign').fill('Somebody else')
  await page.getByRole('button', { name: 'Sign this table' }).click()
  await expect(page.getByText(`Type the office of your seat to sign: ${OFFICES[seat]}.`)).toBeVisible()
  await page.getByLabel('Type your office to sign').fill(OFFICES[seat] ?? '')
  await page.getByRole('button', { name: 'Sign this table' }).click()
  await expect(page.getByText(/^Signed /)).toBeVisible()
  expect(await fingerprintOn(page)).toBe(fingerprint)
  return fingerprint
}

const signatures: string[] = []

test('reopening takes two people: the organizer asks, and the president confirms', async ({ browser }) => {
  const organizer = await desk(browser)
  await expect(organizer.getByRole('heading', { name: 'Scoring is closed' })).toBeVisible()
  await organizer.locator('summary').filter({ hasText: 'Ask to reopen scoring' }).click()
  await organizer.getByLabel('Reason').fill(REOPENED)
  await organizer.getByRole('button', { name: 'Ask to reopen scoring' }).click()
  await expect(organizer.getByText('Asked. A second person of the jury desk confirms it.')).toBeVisible()
  await organizer.getByRole('button', { name: 'Confirm reopening' }).click()
  await expect(organizer.getByText(/^Reopening takes two people\./)).toBeVisible()
  const president = await desk(browser, 'juror1')
  await expect(president.getByText(REOPENED)).toBeVisible()
  await president.getByRole('button', { name: 'Confirm reopening' }).click()
  await expect(president.getByRole('heading', { name: 'Every ballot is in' })).toBeVisible()
})

test('each juror looks over the own table and signs it, with its fingerprint', async ({ browser }) => {
  for (const seat of OFFICES.keys()) signatures.push(await signSheet(browser, seat))
  expect(new Set(signatures).size).toBe(3)
  const organizer = await desk(browser)
  await expect(organizer.getByText('3 of 3 have signed their sheets')).toBeVisible()
})

test('a ballot taken back withdraws the signature and keeps scoring open, with what each choice would do', async ({
  browser,
}) => {
  const juror = await open(browser, 'juror3', `/jury/${FINAL}`)
  const team = (await juror.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await juror.getByRole('button', { name: 'Reopen this ballot' }).click()
  const organizer = await desk(browser)
  await expect(
    organizer.getByText('2 of 3 have signed their sheets. Not yet: Company of Bulgaria'),
  ).toBeVisible()
  await expect(organizer.getByRole('heading', { name: '1 ballot is missing' })).toBeVisible()
  await organizer.getByRole('button', { name: 'Close scoring' }).click()
  await expect(
    organizer.getByText(`Scoring cannot close: Company of Bulgaria has not finished ${team}.`),
  ).toBeVisible()
  await organizer.getByRole('link', { name: 'Weigh each choice' }).click()
  await expect(organizer.getByRole('heading', { level: 1 })).toHaveText('1 ballot is missing')
  const blocker = organizer.getByRole('main').getByRole('listitem').filter({ hasText: 'Company of Bulgaria' })
  await expect(blocker.getByRole('paragraph').first()).toHaveText(team)
  await expect(blocker).toContainText('Company of Bulgaria · 4 marks given')
  await expect(blocker.getByRole('term')).toHaveText(['Wait', 'Mark absent'])
  await expect(blocker.getByRole('definition')).toHaveText([
    'at most: no rank changes',
    `no rank changes; ${team} then has too few ballots to be promoted`,
  ])

  await juror.getByRole('button', { name: /^Send \d/ }).click()
  await expect(juror.getByText('Sent: this ballot takes no marks until you reopen it.')).toBeVisible()
  // The same marks: the same fingerprint.
  expect(await signSheet(browser, 2)).toBe(signatures[2])
  await organizer.goto(`/organize/${FINAL}/desk`)
  await expect(organizer.getByText('3 of 3 have signed their sheets')).toBeVisible()
  await organizer.getByRole('button', { name: 'Close scoring' }).click()
  await expect(organizer.getByRole('heading', { name: 'Scoring is closed' })).toBeVisible()
})

/** Runs `npm run verify` on a file, as a stranger would. */
const verify = (file: string) =>
  new Promise<{ code: number; told: string[]; failed: string }>((resolve) => {
    execFile('npm', ['run', '--silent', 'verify', '--', file], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), told: stdout.trim().split('\n'), failed: stderr.trim() }),
    )
  })

test('the president seals; the package proves itself to a stranger, and the minutes hold its digest', async ({
  browser,
}) => {
  const page = await open(browser, 'juror1', `/organize/${FINAL}/deliberation`)
  await page.getByRole('button', { name: 'Seal this ranking' }).click()
  await expect(page.getByText('Sealed. Nothing but publication or a new version can follow.')).toBeVisible()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Sealed package' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('actinspace-2018-bulgaria-v1.json')
  const file = test.info().outputPath('package.json')
  await download.saveAs(file)
  const text = await readFile(file, 'utf8')
  const { digest } = JSON.parse(text).result
  await expect(page.getByTitle(digest)).toBeVisible()
  const sound = await verify(file)
  expect(sound).toMatchObject({ code: 0, failed: '' })
  expect(sound.told.filter((line) => line.startsWith('✗'))).toEqual([])
  expect(sound.told).toContain('✓ 3 jurors signed their own sheets; the fingerprints fit the ballots.')
  expect(sound.told.at(-1)).toBe(digest)

  const mark = /"marks":\{"[^"]+":\d/.exec(text)?.[0] ?? ''
  const another = `${mark.slice(0, -1)}${mark.endsWith('1') ? 0 : 1}`
  await writeFile(file, text.replace(mark, another))
  const bent = await verify(file)
  expect(bent.code).toBe(1)
  expect(bent.failed).toMatch(/^Not verified: contents, .*digest/)

  const minutes = [
    ['Minutes in English', 'Minutes of the jury'],
    ['Procès-verbal en français', 'Procès-verbal du jury'],
    ['Azərbaycan dilində protokol', 'Münsiflər heyətinin protokolu'],
  ] as const
  for (const [link, title] of minutes) {
    const address = await page.getByRole('link', { name: link }).getAttribute('href')
    const answer = await page.request.get(address ?? '')
    expect(answer.headers()['content-type']).toBe('application/pdf')
    const pdf = await answer.body()
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(1024)
    const told = pdfText(pdf)
    const held = [title.replaceAll(' ', ''), digest, ...signatures].filter((word) => told.includes(word))
    expect(held).toEqual([title.replaceAll(' ', ''), digest, ...signatures])
  }
})
