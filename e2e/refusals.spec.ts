import { expect, test } from '@playwright/test'
import { BAKU, enter } from './roles'
import type { Story } from './stories'

/** What is the jury desk's alone, before and after publication. */
const DESK_ONLY = [
  `/organize/${BAKU}`,
  `/organize/${BAKU}/desk`,
  `/organize/${BAKU}/deliberation`,
  `/organize/${BAKU}/publish`,
  `/organize/${BAKU}/people`,
  `/organize/${BAKU}/import`,
  `/api/v1/events/${BAKU}/export`,
  `/api/v1/events/${BAKU}/progress`,
]
const BEFORE_PUBLICATION = [
  `/${BAKU}/results`,
  `/api/v1/events/${BAKU}/results`,
  `/api/v1/events/${BAKU}/results.csv`,
]
const OUTSIDERS = [null, 'student', 'captain', 'neighbour', 'helper', 'partner'] as const

for (const story of ['judging', 'published'] as const satisfies Story[]) {
  const paths = story === 'judging' ? [...DESK_ONLY, ...BEFORE_PUBLICATION] : DESK_ONLY
  for (const account of OUTSIDERS) {
    test(`${account ?? 'the public'} is refused what is not theirs (${story})`, async ({ browser }) => {
      const { request } = await enter(browser, story, account)
      for (const path of paths) {
        const answer = await request.get(path, { maxRedirects: 0, headers: { accept: '*/*' } })
        const refused = [303, 307, 401, 403, 404].includes(answer.status())
        expect({ account, path, refused, status: answer.status() }).toMatchObject({ refused: true })
        if (answer.status() === 303 || answer.status() === 307) {
          expect(answer.headers().location).toContain('/sign-in')
        }
      }
    })
  }
}

test('a juror reads the own sheet and nobody else’s, and no other account has one', async ({ browser }) => {
  const marks = `/api/v1/jury/${BAKU}/marks`
  const { request } = await enter(browser, 'judging', 'juror1')
  const sheet = await (await request.get(marks)).json()
  expect(sheet.entries.length).toBeGreaterThan(20)
  expect(JSON.stringify(sheet)).not.toContain('juror2')
  for (const account of [null, 'student', 'neighbour', 'organizer', 'edition', 'owner'] as const) {
    const other = await enter(browser, 'judging', account)
    const answer = await other.request.get(marks, { maxRedirects: 0 })
    expect({ account, refused: [401, 403, 404].includes(answer.status()) }).toEqual({
      account,
      refused: true,
    })
  }
})

test('a mark for a conflicted team, a foreign id or off the grid is refused and never 500', async ({
  browser,
}) => {
  const marks = `/api/v1/jury/${BAKU}/marks`
  const { request } = await enter(browser, 'judging', 'juror3')
  const sheet = await (await request.get(marks)).json()
  const criterion = sheet.criteria.find(({ kind }: { kind: string }) => kind === 'weighted').id
  const open = sheet.ballots.find(({ status }: { status: string }) => status === 'draft').entry
  const teams = await (await request.get(`/api/v1/events/${BAKU}/teams`)).json()
  const own = teams.teams.find(({ institution }: { institution: string }) =>
    institution.startsWith('UFAZ'),
  ).entry
  const mark = (entry: string, value: unknown) => ({
    marks: [
      {
        ...{ id: crypto.randomUUID(), entry, criterion, value, device: 'd', seq: 1, replaces: null },
        at: '2018-05-26T12:00:00Z',
      },
    ],
  })
  for (const body of [
    mark(own, 7),
    mark(crypto.randomUUID(), 7),
    mark('not-an-id', 7),
    mark(open, 7.3),
    mark(open, 11),
  ]) {
    const answer = await request.post(marks, { data: body })
    const text = await answer.text()
    expect({ body, status: answer.status() < 500, saved: JSON.parse(text).saved ?? [] }).toEqual({
      body,
      status: true,
      saved: [],
    })
  }
  expect(
    (await request.post(marks, { data: '{', headers: { 'content-type': 'application/json' } })).status(),
  ).toBe(400)
  expect((await request.post(marks, { data: mark(open, '7,5') })).status()).toBeLessThan(500)
})
