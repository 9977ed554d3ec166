import { createHash } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { BAKU, enter } from './roles'

test.describe.configure({ mode: 'serial' })

const SEED = 'Xəzər, 26 may 2018, saat 11:40'
const STAGE = `/api/v1/events/${BAKU}/stage`
const SCREEN = `/${BAKU}/screen`
const PHONE = { viewport: { width: 390, height: 844 } }
const PITCH_SECONDS = 8 * 60

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

interface Listed {
  slug: string
  name: string
}

/** The order that anybody can draw again from what is public: the teams' addresses and the seed. */
const drawnFrom = (teams: Listed[]) =>
  teams
    .map(({ slug, name }) => ({ name, place: sha256(`${SEED}\n${slug}`) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ name }) => name)

let teams: Listed[] = []
let order: string[] = []
const team = (place: number) => order[place - 1] ?? ''

const openScreen = async (browser: Browser) => {
  const screen = await enter(browser, 'stage', null, { viewport: { width: 1920, height: 1080 } })
  await screen.goto(SCREEN)
  return screen
}

const stageOf = async (page: Page) => (await page.request.get(STAGE)).json()

/** The seconds a clock shows that counts down, as 7:59, or up, as +0:12. */
const secondsOn = async (page: Page) => {
  const [, over, minutes, seconds] =
    /^(\+?)(\d+):(\d\d)$/.exec(await page.getByRole('timer').innerText()) ?? []
  return (over ? -1 : 1) * (60 * Number(minutes) + Number(seconds))
}

test('the draw: its hash is public before anybody can know the order, and who has the seed draws it again', async ({
  browser,
}) => {
  const organizer = await enter(browser, 'stage', 'organizer')
  await organizer.goto(`/organize/${BAKU}/settings`)
  await organizer.getByRole('button', { name: 'Go on to In progress' }).click()
  await expect(organizer.getByText('Next: Judging')).toBeVisible()
  const screen = await openScreen(browser)
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText('The pitches begin soon')
  teams = (await (await screen.request.get(`/api/v1/events/${BAKU}/teams`)).json()).teams
  expect(teams).toHaveLength(24)
  order = drawnFrom(teams)

  await organizer.goto(`/organize/${BAKU}/jury`)
  await organizer.getByRole('button', { name: 'Assign the panel' }).click()
  await expect(organizer.getByText('Assigned. What was begun or submitted stayed.')).toBeVisible()
  await organizer.getByLabel('Seed for the order of pitches').fill(SEED)
  await organizer.getByRole('button', { name: 'Commit to this seed' }).click()
  await expect(organizer.getByText('the seed stays secret until the draw')).toBeVisible()

  const visitor = await enter(browser, 'stage', null, PHONE)
  await visitor.goto(`/${BAKU}/teams`)
  await expect(visitor.getByText(/will be drawn from a seed whose SHA-256 is this/)).toBeVisible()
  await expect(visitor.getByText(sha256(SEED))).toBeVisible()
  const nothing = { state: 'empty', now: null, next: null, over: false, spent: 0, limit: 480_000, moves: 0 }
  expect(await stageOf(visitor)).toEqual(nothing)
  for (const path of [`/${BAKU}/teams`, SCREEN, STAGE, `/api/v1/events/${BAKU}/teams`]) {
    const told = await (await visitor.request.get(path)).text()
    expect([path, told.includes(SEED)]).toEqual([path, false])
    const named = teams.filter(({ name }) => told.includes(name)).length
    // Where the teams are listed, none has a place; where the order will be, nobody is named.
    expect([path, named]).toEqual([path, path.endsWith('/teams') ? 24 : 0])
    expect([path, /order\\?":\d/.test(told)]).toEqual([path, false])
  }

  await organizer.getByRole('button', { name: 'Draw the order' }).click()
  await expect(organizer.getByText(`Drawn from “${SEED}”.`)).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByText(`The order of the pitches was drawn from “${SEED}”`)).toBeVisible()
  await expect(visitor.getByText(sha256(SEED))).toBeVisible()
  await expect(screen.getByText(`Next: ${team(1)}`)).toBeVisible()
  expect(await stageOf(visitor)).toMatchObject({ now: null, next: { order: 1, team: team(1) }, over: false })
})

test('the conductor moves the hall’s screen and the jurors’ sheets; a juror who stays on a team stays', async ({
  browser,
}) => {
  const organizer = await enter(browser, 'stage', 'organizer')
  const press = async (name: string, seen: string) => {
    await organizer.getByRole('button', { name, exact: true }).click()
    await expect(organizer.getByText(seen, { exact: true })).toBeVisible()
  }
  await organizer.goto(`/organize/${BAKU}/settings`)
  await organizer.getByRole('button', { name: 'Go on to Judging' }).click()
  await expect(organizer.getByText('Next: Deliberation')).toBeVisible()
  await organizer.goto(`/organize/${BAKU}/stage`)
  const line = organizer.getByRole('list').last().getByRole('listitem')
  await expect(line).toHaveCount(24)
  const rows = await line.allInnerTexts()
  expect(rows.map((row) => row.split('\n').slice(0, 2))).toEqual(
    order.map((name, index) => [`${index + 1}`, name]),
  )

  const screen = await openScreen(browser)
  const juror = await enter(browser, 'stage', 'juror1', PHONE)
  await juror.goto(`/jury/${BAKU}`)
  const sheetAt = juror.getByRole('heading', { level: 1 })
  await expect(sheetAt).toHaveText(team(1))
  const onSheet = juror.getByRole('status').filter({ hasText: 'On stage:' })
  await expect(onSheet).toHaveCount(0)

  await press(`Call ${team(1)}`, 'Called to the stage')
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText(team(1))
  await expect(screen.getByText('Pitch 1', { exact: true })).toBeVisible()
  await expect(screen.getByRole('timer')).toHaveText('8:00')
  await expect(onSheet).toContainText(`On stage: 1 ${team(1)}`)
  await press('Start the clock', 'Pitching')
  await expect.poll(() => secondsOn(screen)).toBeLessThan(PITCH_SECONDS - 1)
  await expect.poll(() => secondsOn(juror)).toBeLessThan(PITCH_SECONDS - 1)
  expect(Math.abs((await secondsOn(screen)) - (await secondsOn(juror)))).toBeLessThanOrEqual(2)

  await press('Pause', 'Paused')
  await expect(screen.getByText('Paused', { exact: true })).toBeVisible()
  const { state, spent } = await stageOf(screen)
  expect(state).toBe('paused')
  await press('Go on', 'Pitching')
  await expect(screen.getByText('Paused', { exact: true })).toHaveCount(0)
  const { spent: later } = await stageOf(screen)
  expect(later).toBeGreaterThan(spent)
  await press('End the pitch', 'Nobody on stage')
  await expect(line.first()).toHaveText(/\D0:\d\d$/)
  await expect(screen.getByText(`Next: ${team(2)}`)).toBeVisible()

  // Nobody moves the sheet but the juror.
  await press(`Skip ${team(2)} for now`, `${team(3)} comes next.`)
  await expect(line.nth(1)).toContainText('skipped, may come back')
  await press(`Call ${team(3)}`, 'Called to the stage')
  await expect(screen.getByText('Pitch 3', { exact: true })).toBeVisible()
  await expect(onSheet).toContainText(`On stage: 3 ${team(3)}`)
  await expect(sheetAt).toHaveText(team(1))
  await juror.getByRole('button', { name: 'Economic model: 6', exact: true }).click()
  await expect(sheetAt).toHaveText(team(1))
  await onSheet.getByRole('button', { name: 'Go there' }).click()
  await expect(sheetAt).toHaveText(team(3))
  await expect(onSheet.getByRole('button', { name: 'Go there' })).toHaveCount(0)

  await line.nth(1).getByRole('button', { name: 'Call' }).click()
  await expect(line.nth(1)).toHaveAttribute('aria-current', 'step')
  await expect(line.nth(1)).not.toContainText('skipped')
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText(team(2))
  await expect(onSheet).toContainText(`On stage: 2 ${team(2)}`)
  await expect(sheetAt).toHaveText(team(3))
})

test('without a network the hall’s screen goes on by its own clock, and says by how much a pitch runs over', async ({
  browser,
}) => {
  const organizer = await enter(browser, 'stage', 'organizer')
  await organizer.goto(`/organize/${BAKU}/stage`)
  await organizer.getByRole('button', { name: 'Start the clock' }).click()
  await expect(organizer.getByText('Pitching', { exact: true })).toBeVisible()
  const screen = await enter(browser, 'stage', null, { viewport: { width: 1920, height: 1080 } })
  await screen.clock.install()
  await screen.goto(SCREEN)
  await expect(screen.getByRole('timer')).toHaveText(/^7:\d\d$/)
  await screen.context().setOffline(true)
  await screen.clock.fastForward('09:30')
  await expect(screen.getByRole('timer')).toHaveText(/^\+1:[2-5]\d$/)
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText(team(2))
  await screen.context().setOffline(false)
  await expect.poll(() => secondsOn(screen)).toBeGreaterThan(0)
})
