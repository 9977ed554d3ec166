import { expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { isRefusal } from '@/domain/refusal'
import { cleanLine } from '@/domain/registration/import/clean-line'
import { rowsOf } from '@/domain/registration/import/rows'
import { readList } from './read-list'
import { zip } from './testing'
import { unpack } from './unpack'

type Cell = string | { value: string; rowSpan?: number; columnSpan?: number; type?: 'Formula' } | null
type Sheet = readonly (readonly Cell[])[]

/** A real workbook; `edit` changes one of its files as another program would have written it. */
async function workbook(sheets: Record<string, Sheet>, edit: (path: string, xml: string) => string = same) {
  const written = await writeWorkbook(
    Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { value: cell } : cell))),
    })) as never,
  ).toBuffer()
  const files = unpack(written, 1e7)
  if (typeof files === 'string') throw new Error(files)
  const edited = files.map(({ path, bytes }) => [path, Buffer.from(edit(path, bytes.toString('utf8')))])
  return zip(Object.fromEntries(edited))
}
const same = (_: string, xml: string) => xml
const hiding = (sheet: string, state: string) => (path: string, xml: string) =>
  path === 'xl/workbook.xml' ? xml.replace(`name="${sheet}"`, `name="${sheet}" state="${state}"`) : xml

const HEAD = ['Name', 'Email', 'Team']
const people = (domain: string): Sheet => [HEAD, ['A B', `a@${domain}.example`, 'Ulduz']]
const firstCells = async (bytes: Buffer, sheet?: string) => {
  const table = await readList('list.xlsx', bytes, { sheet })
  return isRefusal(table)
    ? { code: table.code, values: table.values }
    : { ...table.reading, email: table.rows[0]?.cells[1] }
}

test.each(['hidden', 'veryHidden'])('a %s sheet is told and not read', async (state) => {
  const bytes = await workbook({ Old: people('old'), New: people('new') }, hiding('Old', state))
  const found = {
    ...{ sheet: 'New', email: 'a@new.example' },
    sheets: [
      { name: 'Old', hidden: true },
      { name: 'New', hidden: false },
    ],
  }
  expect(await firstCells(bytes)).toMatchObject(found)
  expect(await firstCells(bytes, 'Old')).toMatchObject(found)
})

test('a list on a hidden sheet alone is refused by the sheet’s name', async () => {
  const bytes = await workbook(
    { Notes: [['Read me']], 'A & “B”': people('x') },
    hiding('A &amp; “B”', 'hidden'),
  )
  expect(await firstCells(bytes)).toEqual({
    code: 'list-hidden-sheet',
    values: { name: 'list.xlsx', sheet: 'A & “B”' },
  })
})

test('of several visible sheets the first with headings is read, or the one of that name', async () => {
  const bytes = await workbook({ Cover: [['Students']], Siyahı: people('one'), Other: people('two') })
  const names = ['Cover', 'Siyahı', 'Other']
  expect(await firstCells(bytes)).toMatchObject({
    ...{ sheet: 'Siyahı', email: 'a@one.example' },
    sheets: names.map((name) => ({ name, hidden: false })),
  })
  expect(await firstCells(bytes, 'Other')).toMatchObject({ sheet: 'Other', email: 'a@two.example' })
  expect(await firstCells(bytes, 'gone')).toMatchObject({ sheet: 'Siyahı' })
  expect(await firstCells(bytes, 'Cover')).toMatchObject({ code: 'list-no-header' })
})

test('a team beside its merged members is the team of each, below the headings and no further than there are people', async () => {
  const bytes = await workbook({
    List: [
      [{ value: 'Students of 2018', columnSpan: 3, rowSpan: 2 }, null, null],
      [null, null, null],
      HEAD,
      ['A', 'a@x.example', { value: 'Ulduz', rowSpan: 3 }],
      ['B', 'b@x.example', null],
      ['C', 'c@x.example', null],
      ['D', 'd@x.example', { value: 'Günəş', rowSpan: 3 }],
      ['E', 'e@x.example', null],
      [null, null, null],
    ],
  })
  const table = await readList('list.xlsx', bytes)
  if (isRefusal(table)) throw new Error(table.code)
  expect(table.rows.map(({ line, cells }) => [line, cells[0], cells[2]])).toEqual([
    [4, 'A', 'Ulduz'],
    [5, 'B', 'Ulduz'],
    [6, 'C', 'Ulduz'],
    [7, 'D', 'Günəş'],
    [8, 'E', 'Günəş'],
  ])
  expect(table).toMatchObject({ headerLine: 3, mergedLines: [5, 6, 8] })
})

test('a heading over two merged lines is no value of the second', async () => {
  const bytes = await workbook({
    List: [
      [{ value: 'Name', rowSpan: 2 }, 'Email', 'Team'],
      [null, 'of the university', null],
      ['A', 'a@x.example', 'Ulduz'],
    ],
  })
  const table = await readList('list.xlsx', bytes)
  expect(table).toMatchObject({
    mergedLines: [],
    rows: [{ line: 2, cells: ['', 'of the university', ''] }, {}],
  })
})

test('merged ranges without end are answered at once', async () => {
  const rows = Array.from({ length: 2_000 }, (_, at) => [`P${at}`, `p${at}@x.example`, 'T'])
  const ranges = Array.from({ length: 20_000 }, () => '<mergeCell ref="C2:C1048576"/>').join('')
  const bytes = await workbook({ List: [HEAD, ...rows] }, (path, xml) =>
    path.includes('sheet1')
      ? xml.replace('</sheetData>', `</sheetData><mergeCells>${ranges}</mergeCells>`)
      : xml,
  )
  const table = await readList('list.xlsx', bytes)
  expect(isRefusal(table) ? table.code : table.rows.length).toBe(2_000)
})

test('a formula counts by its result; one without, or with an error, is to be corrected', async () => {
  const formula = { value: '=A2&"@x.example"', type: 'Formula' } as const
  const rows: Sheet = [
    HEAD,
    ['A', formula, 'T'],
    ['B', 'b@x.example', formula],
    ['C', 'c@x.example', formula],
    ['D', 'd@x.example', formula],
  ]
  const bytes = await workbook({ List: rows }, (path, xml) =>
    path.includes('sheet1')
      ? xml
          .replace(/(<c r="C3"[^>]*?)(>.*?)<\/c>/, '$1 t="str"$2<v>Ulduz</v></c>')
          .replace(/(<c r="C4"[^>]*?)(>.*?)<\/c>/, '$1 t="e"$2<v>#REF!</v></c>')
          .replace(/(<c r="C5"[^>]*?)(>.*?)<\/c>/, '$1 t="str"$2<v></v></c>')
      : xml,
  )
  const table = await readList('list.xlsx', bytes)
  const listed = isRefusal(table) ? table : rowsOf(table)
  if (isRefusal(listed)) throw new Error(listed.code)
  const told = listed.map((row) => {
    const { problems, student } = cleanLine(row)
    return [
      row.line,
      problems.map(({ field, code }) => `${field} ${code}`).join(),
      student?.team?.name ?? null,
    ]
  })
  expect(told).toEqual([
    [2, 'email formula', null],
    [3, '', 'Ulduz'],
    [4, 'team formula', null],
    [5, '', null],
  ])
  const [first] = listed
  expect(first && cleanLine(first, { email: 'a@x.example' }).student?.email).toBe('a@x.example')
})
