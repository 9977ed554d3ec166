import { expect, type Page } from '@playwright/test'
import { BAKU } from './roles'

export const WEIGHTED = ['Economic model', 'Innovation', 'Benefit to society', 'Team']

export interface HallSheet {
  entries: { id: string; team: string }[]
  criteria: { id: string; kind: string; name: string }[]
  marks: { id: string; entry: string; criterion: string; value: number | null; device: string }[]
  ballots: { entry: string; status: string }[]
}

/** Asks the server from inside the page, with its cookies and its name for the host. */
async function fetchIn<T>(page: Page, path: string, body?: object): Promise<T> {
  return page.evaluate(
    async ([address, data]) => {
      const request = data && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(data),
      }
      return (await fetch(address, request || undefined)).json()
    },
    [path, body ?? null] as const,
  )
}

export const sheetOf = (page: Page) => fetchIn<HallSheet>(page, `/api/v1/jury/${BAKU}/marks`)

/** Signs the page's browser in through the demo's provider, under whatever name the page has for the server. */
export async function signInFrom(page: Page, account: string): Promise<void> {
  await page.evaluate(async (email) => {
    const { csrfToken } = await (await fetch('/api/auth/csrf')).json()
    await fetch('/api/auth/callback/demo', {
      method: 'POST',
      // It leads to the address the installation calls its own.
      redirect: 'manual',
      body: new URLSearchParams({ csrfToken, email }),
    })
  }, `${account}@example.org`)
  const session = await fetchIn<{ user?: unknown } | null>(page, '/api/auth/session')
  expect(session?.user, `${account} is signed in`).toBeTruthy()
}

/** Takes every ballot back and every mark away, as the juror could by hand: an untouched sheet. */
export async function emptySheet(page: Page): Promise<HallSheet> {
  const sheet = await sheetOf(page)
  for (const { entry, status } of sheet.ballots) {
    if (status === 'draft') continue
    await fetchIn(page, `/api/v1/jury/${BAKU}/ballots/${entry}`, { status: 'draft' })
  }
  const marks = sheet.marks.map(({ id, entry, criterion }, seq) => ({
    ...{ id: uuid(), entry, criterion, value: null, device: 'broom', seq, replaces: id },
    at: '2018-05-26T12:20:00Z',
  }))
  const answer = await fetchIn<object>(page, `/api/v1/jury/${BAKU}/marks`, { marks })
  expect(answer).toEqual({ saved: marks.map(({ id }) => id), rejected: [], conflicts: [] })
  return sheetOf(page)
}

const uuid = () => crypto.randomUUID()

/** The mark the test gives a team on a criterion. */
export const markFor = (team: number, criterion: number) => 1 + ((2 * team + criterion) % 9)

/** Gives the open team its four marks, in four taps. */
export async function scoreTeam(page: Page, team: number): Promise<void> {
  for (const [index, name] of WEIGHTED.entries()) {
    await page.getByRole('button', { name: `${name}: ${markFor(team, index)}`, exact: true }).click()
  }
}

/** The weighted marks the server holds, by team and criterion. */
export const given = ({ entries, criteria, marks }: HallSheet) =>
  entries.map(({ id: entry }) =>
    WEIGHTED.map((name) => {
      const criterion = criteria.find((one) => one.name === name)?.id
      return marks.find((mark) => mark.entry === entry && mark.criterion === criterion)?.value ?? null
    }),
  )

/** What the sheet must hold once the first so many teams are marked: these marks, each once, and no other. */
export function expectMarks(sheet: HallSheet, teams: number): void {
  const none = WEIGHTED.map(() => null)
  expect(given(sheet)).toEqual(
    sheet.entries.map((_, team) => (team < teams ? WEIGHTED.map((_, index) => markFor(team, index)) : none)),
  )
  const standing = sheet.marks.filter(({ value }) => value !== null)
  expect(standing).toHaveLength(4 * teams)
  expect(new Set(standing.map(({ id }) => id)).size).toBe(4 * teams)
}
