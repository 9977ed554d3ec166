import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { makeOrganization } from '@/db/factories'
import { organizationDomains } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { DURING_REGISTRATION, done, makeOpenEvent } from '../../registration/testing'
import { nobody } from '../../session'
import { changeList, type Draft, findDraft, keepDraft } from './draft'
import { errorFile } from './error-file'
import { readList } from './read-list'

testDatabase()

let made: Awaited<ReturnType<typeof makeOpenEvent>>
afterEach(() => void vi.useRealTimers())
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION })
  made = await makeOpenEvent()
  const { id } = await makeOrganization('ada')
  await (await db()).insert(organizationDomains).values({ organizationId: id, domain: 'ada.example' })
})

const keep = (text: string, name = 'ada 2018.csv'): Promise<Draft> =>
  done(keepDraft(made.organizer, made.event, [{ name, bytes: new TextEncoder().encode(text) }]))
const fileOf = (draft: Draft) => errorFile(made.organizer, { event: made.event, draft: draft.id, list: 0 })

const LIST = [
  ['ID', 'E-poçt', 'Ad', 'Soyad', 'Qeyd', 'Kurs'],
  ['1', 'anar@ada.example', 'Anar', 'Əliyev', '', '2'],
  ['2', 'leyla.ada.example', 'Leyla', '=HYPERLINK("x";"y")', '-5', '2'],
  ['3', 'tural@ada.example', 'Tural', '', '@home; "sweet"', '99'],
  ['4', 'one@ada.example', 'One', 'More', '+', '3', 'surplus', '=1+1'],
  ['5', '', '', '', 'a\nb', ''],
] as const
const quoted = (separator: string) =>
  LIST.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join('\r\n')

test.each([
  [';', 'ada 2018.csv', 'ada 2018 to correct.csv'],
  [',', 'ada', 'ada to correct.csv'],
  ['\t', 'ada.tsv', 'ada to correct.tsv'],
])(
  'the lines to correct come as they were, separated by %j, with what is wrong',
  async (separator, name, as) => {
    const file = await done(fileOf(await keep(quoted(separator), name)))
    expect(file.name).toBe(as)
    const [, head, second] = /^\ufeff(.*)\r\n(.*)\r\n/.exec(file.text) ?? []
    expect(head).toBe([...LIST[0], 'What is wrong (Apogee)'].join(separator))
    expect(second).toContain('“leyla.ada.example” is not an e-mail address')
    // Nothing in it begins as a formula would.
    expect(file.text).toContain(`"'=HYPERLINK`)
    expect(file.text.split(new RegExp(`[${separator}\\n]`)).filter((cell) => /^"?[=+@-]/.test(cell))).toEqual(
      [],
    )

    const again = await readList(file.name, new TextEncoder().encode(file.text))
    if (isRefusal(again)) throw new Error(again.code)
    expect(again.headings).toEqual(LIST[0])
    expect(again.reading.separator).toBe(separator)
    expect(again.rows.map(({ cells }) => cells)).toEqual([LIST[2], LIST[3], LIST[4], LIST[5]])
  },
)

test('what is left to correct in that file is the same again', async () => {
  const first = await done(fileOf(await keep(quoted(';'))))
  const second = await done(fileOf(await keep(first.text)))
  expect(second.text).toBe(first.text)
})

test('a list with nothing to correct, of another or of nobody, has no such file', async () => {
  const draft = await keep(quoted(';'))
  const asked = { event: made.event, draft: draft.id, list: 0 }
  expect([
    await errorFile(nobody(), asked),
    await errorFile(made.neighbour, asked),
    await errorFile(made.organizer, { ...asked, list: 1 }),
    await errorFile(made.organizer, { ...asked, list: Number.NaN }),
    await errorFile(made.organizer, { ...asked, event: made.elsewhere.id }),
    await errorFile(made.organizer, { ...asked, draft: 'x' }),
  ]).toMatchObject(Array.from({ length: 6 }, () => ({ code: 'not-found' })))
  await changeList(draft, 0, (list) => ({ ...list, leftOut: [3, 4, 5, 6] }))
  expect(await findDraft(made.organizer, made.event, draft.id)).not.toBeNull()
  expect(await fileOf(draft)).toMatchObject({ code: 'not-found' })
})
