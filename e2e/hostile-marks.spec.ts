import { type APIRequestContext, expect, test } from '@playwright/test'
import { emptySheet, type HallSheet } from './hall'
import { BAKU, enter } from './roles'

const MARKS = `/api/v1/jury/${BAKU}/marks`
const AT = '2018-05-26T12:20:00Z'

/** Sends text as it is: what JSON.stringify would mend must arrive as it was written. */
const send = (request: APIRequestContext, data: string) =>
  request.post(MARKS, { data, headers: { 'content-type': 'application/json' } })

interface Answer {
  saved: string[]
  rejected: { id: string | null; code: string; field?: string; message: string }[]
  conflicts: unknown[]
}

test('ten thousand marks at once, good and bad mixed: the good are saved, the others come back by name', async ({
  browser,
}) => {
  const page = await enter(browser, 'hall', 'president')
  await page.goto(`/jury/${BAKU}`)
  const { entries, criteria, marks: swept }: HallSheet = await emptySheet(page)
  const { request } = page.context()
  const weighted = criteria.filter(({ kind }) => kind === 'weighted')
  const stranger = crypto.randomUUID()
  const cell = (index: number) => {
    const entry = entries[index % entries.length]?.id
    const criterion = weighted[Math.floor(index / entries.length) % weighted.length]?.id
    const seen = swept.find((mark) => mark.entry === entry && mark.criterion === criterion)
    return { entry, criterion, replaces: seen?.id ?? null }
  }
  const mark = (index: number, changed: object = {}) => ({
    ...{ id: crypto.randomUUID(), ...cell(index), value: 7 as unknown },
    ...{ device: 'hostile', seq: index, at: AT, ...changed },
  })
  const BAD = [
    [{ value: 'INFINITE' }, 'mark-off-grid'],
    [{ value: 7.25 }, 'mark-off-grid'],
    [{ value: 10.5 }, 'mark-off-grid'],
    [{ value: '7' }, 'mark-not-a-number'],
    [{ value: true }, 'mark-not-a-number'],
    [{ entry: stranger }, 'entry-not-yours'],
    [{ entry: 'ulduz' }, 'entry-not-yours'],
    [{ criterion: stranger }, 'criterion-unknown'],
    [{ id: 'seven' }, 'malformed'],
    [{ seq: '1' }, 'malformed'],
    [{ at: 'yesterday' }, 'malformed'],
  ] as const
  const marks = Array.from({ length: 10_000 }, (_, index) => {
    const bad = index % 2 === 0 ? undefined : BAD[Math.floor(index / 2) % BAD.length]
    return { mark: mark(index, bad?.[0]), code: bad?.[1] ?? null }
  })
  const body = JSON.stringify({ marks: marks.map(({ mark }) => mark) }).replaceAll('"INFINITE"', '1e400')
  const response = await send(request, body)
  expect(response.status()).toBe(200)
  const answer: Answer = await response.json()
  const good = marks.filter(({ code }) => code === null).map(({ mark: { id } }) => id)
  expect(answer.saved).toEqual(good)
  expect(answer.conflicts).toEqual([])
  const codes = new Map(answer.rejected.map(({ id, code }) => [id, code]))
  expect(answer.rejected).toHaveLength(5_000)
  const bad = marks.filter(({ code }) => code !== null)
  expect(bad.map(({ mark }) => codes.get(mark.id))).toEqual(bad.map(({ code }) => code))
  expect(answer.rejected.filter(({ message }) => !message.endsWith('.'))).toEqual([])
  const sheet: HallSheet = await (await request.get(MARKS)).json()
  const held = sheet.marks.filter(({ device }) => device === 'hostile')
  const cells = marks.flatMap(({ mark, code }) => (code === null ? [`${mark.entry} ${mark.criterion}`] : []))
  expect(held).toHaveLength(new Set(cells).size)
  expect(new Set(held.map(({ value }) => value))).toEqual(new Set([7]))
  // Sent again, all of it answers as it did.
  const again: Answer = await (await send(request, body)).json()
  expect(again).toEqual(answer)
})

test('what is no request at all is refused whole, with its rule and a sentence, and changes nothing', async ({
  browser,
}) => {
  const page = await enter(browser, 'hall', 'president')
  const { request } = page.context()
  const before = await (await request.get(MARKS)).json()
  const tenMegabytes = JSON.stringify({ marks: [], padding: ' '.repeat(10 * 1024 * 1024) })
  const REFUSED = [
    ['{"marks":[{"value":NaN}]}', 400, 'malformed'],
    ['{"marks":7}', 400, 'malformed'],
    ['{"marks":[null]}', 400, 'malformed'],
    ['', 400, 'malformed'],
    [tenMegabytes, 413, 'body-large'],
    [JSON.stringify({ marks: Array.from({ length: 10_001 }, () => 7) }), 422, 'marks-many'],
  ] as const
  for (const [data, status, code] of REFUSED) {
    const response = await send(request, data)
    expect([response.status(), (await response.json()).code], data.slice(0, 40)).toEqual([status, code])
  }
  expect(await (await request.get(MARKS)).json()).toEqual(before)
})
