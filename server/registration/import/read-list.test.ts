import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import writeSheet from 'write-excel-file/node'
import expected from '@/db/seed/azerbaijan-2018/expected.json'
import facts from '@/db/seed/azerbaijan-2018/facts.json'
import { countInstitutions } from '@/domain/organizations/institution-tree'
import { isRefusal } from '@/domain/refusal'
import type { ImportPlan, Known, KnownRegistration, ListToPlan } from '@/domain/registration/import/plan'
import { planImport, planImports } from '@/domain/registration/import/plan-imports'
import { rowsOf } from '@/domain/registration/import/rows'
import { LIST_LIMITS, type Table } from '@/domain/registration/import/table'
import { readList, readPaste } from './read-list'
import { zip } from './testing'
import { unpack } from './unpack'

const FOLDER = 'db/seed/azerbaijan-2018'
const LISTS = [
  ['ada-university.csv', 'ada'],
  ['baku-higher-oil-school.csv', 'bhos'],
  ['national-aviation-academy.csv', 'naa'],
  ['state-oil-and-industry-university.xlsx', 'asoiu'],
  ['ufaz.tsv', 'ufaz'],
] as const

async function table(name: string, bytes: Uint8Array | string): Promise<Table> {
  const read = await readList(name, typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  if (isRefusal(read)) throw new Error(read.code)
  return read
}

const ofFile = (name: string) => table(name, readFileSync(`${FOLDER}/${name}`))

describe('the five lists of Baku are read as they are', () => {
  test.each([
    [
      'ada-university.csv',
      { encoding: 'utf-8', byteOrderMark: false, separator: ',' },
      { language: 'en', headerLine: 1, titleLines: [], blankLines: [], quotedLines: [] },
    ],
    [
      'baku-higher-oil-school.csv',
      { encoding: 'utf-8', byteOrderMark: true, separator: ';' },
      { language: 'az', headerLine: 1, titleLines: [], blankLines: [24, 25], quotedLines: [4, 9] },
    ],
    [
      'national-aviation-academy.csv',
      { encoding: 'windows-1254', byteOrderMark: false, separator: ';' },
      { language: 'az', headerLine: 1, titleLines: [], blankLines: [], quotedLines: [] },
    ],
    [
      'state-oil-and-industry-university.xlsx',
      { format: 'spreadsheet', encoding: null, separator: null, sheet: 'Siyahı' },
      { language: 'ru', headerLine: 3, titleLines: [1], blankLines: [2], quotedLines: [] },
    ],
    [
      'ufaz.tsv',
      { encoding: 'utf-16le', byteOrderMark: true, separator: '\t' },
      { language: 'fr', headerLine: 1, titleLines: [], blankLines: [], quotedLines: [] },
    ],
  ] as const)('%s', async (name, reading, found) => {
    const list = await ofFile(name)
    expect(list).toMatchObject({ reading, ...found })
    expect(list.rows.length).toBe(expected[name].rows)
  })

  test('letters survive', async () => {
    const [ada, naa, state, ufaz] = await Promise.all(
      [
        'ada-university.csv',
        'national-aviation-academy.csv',
        'state-oil-and-industry-university.xlsx',
        'ufaz.tsv',
      ].map(ofFile),
    )
    expect(ada?.rows[0]?.cells.at(-1)).toBe('Xəzər Sat')
    expect(naa?.rows[0]?.cells).toEqual([
      'Anar Tağıyev',
      'anar.tagiyev@naa.example',
      'Aerospace Engineering',
      'Muğan Moisture',
    ])
    expect(state?.rows[0]?.cells).toEqual([
      'Səbinə',
      'Bağırova',
      'sebine.bagirova@asoiu.example',
      'Information Technology',
      '4',
      'Port of Ələt',
    ])
    expect(ufaz?.rows[10]?.cells.at(-1)).toBe('İpək Yolu Tracker')
  })
})

const institutions = facts.organizations.map(({ id, domains = [] }) => ({ id, domains }))
const NOTHING: Known = { registrations: [], teams: [] }
const event = { teamSize: facts.rubric.teamSize }
const links = facts.organizations.flatMap(({ id, parent }) =>
  parent ? [{ organizationId: id, parentId: parent, since: null, until: null }] : [],
)
const CORRECTIONS = {
  'national-aviation-academy.csv': { 6: { email: 'togrul.tagiyev@naa.example' } },
  'ufaz.tsv': { 9: { email: 'tural.veliyev@ufaz.example' } },
} as Record<string, ListToPlan['corrections']>

async function listsToPlan(corrected: boolean): Promise<ListToPlan[]> {
  return Promise.all(
    LISTS.map(async ([name, institutionId]) => {
      const rows = rowsOf(await ofFile(name))
      if (isRefusal(rows)) throw new Error(rows.code)
      return { name, institutionId, rows, corrections: corrected ? CORRECTIONS[name] : {} }
    }),
  )
}

/** What the event knows once these plans were carried out one after the other. */
function knownAfter(...plans: ImportPlan[]): Known {
  const teams = new Map(
    plans.flatMap((plan) => plan.teams).map((team) => [team.key, { ...team, id: team.key }]),
  )
  const registrations = plans
    .flatMap((plan) => plan.lists)
    .flatMap(({ institutionId, lines }) =>
      lines.flatMap((line): KnownRegistration[] => {
        if (line.outcome !== 'create') return []
        const { email, team, ...person } = line.student
        return [{ ...person, personId: email, emails: [email], institutionId, teamKey: team?.key ?? null }]
      }),
    )
  return { registrations, teams: [...teams.values()] }
}

/** A planned list in the shape of expected.json. */
function asExpected({ lines, figures }: ImportPlan['lists'][number]) {
  return {
    rows: figures.rows,
    create: figures.create,
    duplicate: lines.filter(({ outcome }) => outcome === 'duplicate').map(({ line }) => line),
    error: lines.flatMap((line) =>
      line.outcome === 'error'
        ? line.problems.map(({ field, code }) => ({
            line: line.line,
            field,
            why: code.replace('not-an-address', 'not an address'),
          }))
        : [],
    ),
    elsewhere: figures.elsewhere,
  }
}

const wanted = LISTS.map(([name]) => {
  const { note: _, ...figures } = expected[name]
  return { elsewhere: 0, ...figures }
})

describe('the five lists give what expected.json says', () => {
  test('planned together', async () => {
    const plan = planImports(await listsToPlan(false), {
      known: NOTHING,
      institutions,
      event,
    })
    expect(plan.lists.map(asExpected)).toEqual(wanted)
    expect(plan.figures.create).toBe(expected._total.clean)
    expect(plan.alike).toEqual([])
  })

  test('one after the other with UFAZ first', async () => {
    const lists = await listsToPlan(false)
    const plans: ImportPlan[] = []
    for (const list of lists.toReversed())
      plans.push(planImport(list, { known: knownAfter(...plans), institutions, event }))
    expect(plans.flatMap((plan) => plan.lists.map(asExpected)).toReversed()).toEqual(wanted)
  })

  test('in alphabetical order the two are elsewhere on UFAZ’s list, and the totals are the same', async () => {
    const plans: ImportPlan[] = []
    for (const list of await listsToPlan(false))
      plans.push(planImport(list, { known: knownAfter(...plans), institutions, event }))
    expect(plans.map(({ figures }) => [figures.create, figures.elsewhere])).toEqual([
      [24, 0],
      [22, 0],
      [18, 0],
      [20, 0],
      [19, 2],
    ])
  })

  test('corrected: 105 students in 24 teams of 5 institutions, 4 by their roots', async () => {
    const plan = planImports(await listsToPlan(true), {
      known: NOTHING,
      institutions,
      event,
    })
    const { registrations, teams } = knownAfter(plan)
    const represented = registrations.map(({ institutionId }) => institutionId ?? '')
    expect({
      students: registrations.length,
      teams: teams.length,
      ...countInstitutions(represented, links, facts.event.startsOn),
      teamSizes: teams.map(({ size }) => size).sort(),
      clean: plan.figures.create - 2,
      afterCorrections: plan.figures.create,
    }).toEqual(expected._total)
  })

  test('a later import of the corrected lines creates these two and leaves the rest unchanged', async () => {
    const first = planImports(await listsToPlan(false), {
      known: NOTHING,
      institutions,
      event,
    })
    const second = planImports(await listsToPlan(true), { known: knownAfter(first), institutions, event })
    expect(second.figures).toMatchObject({
      create: 2,
      update: 0,
      unchanged: 103,
      duplicate: 1,
      elsewhere: 2,
      error: 0,
    })
    expect(second.teams.map(({ key, size }) => [key, size])).toEqual([
      ['abseron winds', 4],
      ['salyan soil', 4],
    ])
  })

  test('a team represents its first listed member’s institution', async () => {
    const { teams } = planImports(await listsToPlan(true), {
      known: NOTHING,
      institutions,
      event,
    })
    const represented = new Map(teams.map(({ name, institutionId, size }) => [name, [institutionId, size]]))
    expect(
      ['Göy Qurşağı', 'Muğan Moisture', 'Geo-Çinar', 'Zero-G Tea'].map((name) => represented.get(name)),
    ).toEqual([
      ['ada', 4],
      ['bhos', 5],
      ['asoiu', 5],
      ['ufaz', 5],
    ])
  })
})

describe('text in any encoding and separator', () => {
  const lines = [
    ['Name', 'Email', 'Team'],
    ['Günel Çınar', 'g@x.example', 'İşıq'],
  ]
  const text = lines.map((cells) => cells.join(';')).join('\r\n')
  const bytes = {
    'utf-8': Buffer.from(text),
    'utf-16le': Buffer.from(text, 'utf16le'),
    'utf-16be': Buffer.from(text, 'utf16le').swap16(),
    'windows-1254': Buffer.from(
      text.replace(/[ıİşŞğĞ]/g, (letter) => ({ ı: '\xfd', İ: '\xdd', ş: '\xfe' })[letter] ?? '?'),
      'latin1',
    ),
  }
  test.each(Object.entries(bytes))('%s without a mark', async (encoding, content) => {
    const list = await table('list', content)
    expect([list.reading.encoding, list.rows[0]?.cells]).toEqual([encoding, lines[1]])
  })

  test('windows-1251 and windows-1252', async () => {
    const cyrillic = Buffer.from(
      '\xc8\xec\xff;\xcf\xee\xf7\xf2\xe0\n\xc0\xed\xe0\xf0;a@x.example\n',
      'latin1',
    )
    expect(await table('list', cyrillic)).toMatchObject({
      reading: { encoding: 'windows-1251' },
      headings: ['Имя', 'Почта'],
      rows: [{ line: 2, cells: ['Анар', 'a@x.example'] }],
    })
    const french = Buffer.from('Pr\xe9nom;Nom;Courriel\nZo\xe9;Lef\xe8vre;z@x.example', 'latin1')
    expect(await table('list', french)).toMatchObject({
      reading: { encoding: 'windows-1252' },
      rows: [{ line: 2, cells: ['Zoé', 'Lefèvre', 'z@x.example'] }],
    })
  })

  test('the organizer’s choice goes before the guess', async () => {
    const content = Buffer.from('Name;Email\nA\xfd B;a@x.example', 'latin1')
    const read = await readList('list', content, { encoding: 'windows-1252' })
    expect(read).toMatchObject({
      reading: { encoding: 'windows-1252' },
      rows: [{ cells: ['Aý B', 'a@x.example'] }],
    })
  })

  test('so does the separator, where headings mislead', async () => {
    const text = 'Name;Email;Remark, first name, last name, team\nAnar Əliyev;a@x.example;late, twice'
    expect(await table('list', text)).toMatchObject({ reading: { separator: ',' } })
    const read = await readList('list', Buffer.from(text), { separator: ';' })
    expect(read).toMatchObject({
      reading: { separator: ';' },
      columns: ['fullName', 'email', null],
      rows: [{ line: 2, cells: ['Anar Əliyev', 'a@x.example', 'late, twice'] }],
    })
  })

  test.each([',', ';', '\t', '|'])('separated by %j, which quotes protect', async (separator) => {
    const head = ['Name', 'Email', 'Programme'].join(separator)
    const row = ['A "B" C', 'a@x.example', `"one${separator} ""two"""`].join(separator)
    expect(await table('list', `${head}\n${row}\n`)).toMatchObject({
      reading: { separator },
      quotedLines: [2],
      rows: [{ line: 2, cells: ['A "B" C', 'a@x.example', `one${separator} "two"`] }],
    })
  })

  test('lines are counted as an editor counts them', async () => {
    const list = await table(
      'list',
      'My list\r\nsep=;\n\n"Na\nme";Name;Email\n;A B;a@x.example\r\rC;"C\nD";c@x.example\n;;\n',
    )
    expect(list).toMatchObject({
      headerLine: 4,
      titleLines: [1, 2],
      blankLines: [3, 7, 10],
      rows: [{ line: 6 }, { line: 8, cells: ['C', 'C\nD', 'c@x.example'] }],
    })
  })

  test('a pasted list is read the same way', () => {
    expect(readPaste('pasted', 'Ad Soyad\tE-poçt\nGünel Ə.\tg@x.example')).toMatchObject({
      fileName: 'pasted',
      language: 'az',
      columns: ['fullName', 'email'],
      reading: { encoding: null, separator: '\t' },
      rows: [{ line: 2, cells: ['Günel Ə.', 'g@x.example'] }],
    })
  })

  test('markup and formulas are text', async () => {
    const list = await table(
      'list',
      'Name,Email\n<script>alert(1)</script>,a@x.example\n"=HYPERLINK(""x"",""y"")",b@x.example',
    )
    expect(list.rows.map(({ cells }) => cells[0])).toEqual([
      '<script>alert(1)</script>',
      '=HYPERLINK("x","y")',
    ])
  })
})

describe('spreadsheets', () => {
  const sheet = async (rows: (string | number | null)[][]) =>
    writeSheet(rows.map((row) => row.map((value) => ({ value: value ?? undefined })))).toBuffer()

  test('keep their row numbers; numbers and formulas are what was typed', async () => {
    const bytes = await sheet([
      ['Name', 'Email', 'Year'],
      [null, null, null],
      ['=HYPERLINK("x")', 'a@x.example', 2],
    ])
    expect(await table('list.csv', bytes)).toMatchObject({
      reading: { format: 'spreadsheet' },
      blankLines: [2],
      rows: [{ line: 3, cells: ['=HYPERLINK("x")', 'a@x.example', '2'] }],
    })
  })
})

describe('what cannot be a list is refused in a sentence', () => {
  const head = 'Name,Email\n'
  const sheetXml = (cells: string) => `<worksheet><sheetData>${cells}</sheetData></worksheet>`
  test.each([
    ['list-empty', ''],
    ['list-empty', '\ufeff \r\n;;\r\n'],
    ['list-no-header', 'Günel,g@x.example\nElvin,e@x.example'],
    ['list-no-rows', head],
    ['list-open-quote', `${head}"A B,a@x.example\nC,c@x.example\n`],
    ['list-unreadable', Buffer.from([0, 1, 2, 3, 0, 0, 0, 9, 8, 7])],
    ['list-unreadable', '%PDF-1.7'],
    ['list-unreadable', 'PK\u0003\u0004 no archive'],
    ['list-unreadable', zip({ 'word/document.xml': Buffer.from('<w/>') })],
    ['list-unreadable', zip({ 'xl/workbook.xml': Buffer.from('<broken') })],
    ['list-old-spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['list-too-large', Buffer.alloc(LIST_LIMITS.bytes + 1, 'a')],
    ['list-too-long', head + 'A B,a@x.example\n'.repeat(LIST_LIMITS.rows + 1)],
    ['list-bomb', zip({ 'xl/workbook.xml': Buffer.alloc(160 * 1024 * 1024) })],
    ['list-bomb', zip({ 'xl/workbook.xml': Buffer.alloc(160 * 1024 * 1024) }, { claims: 10 })],
    [
      'list-bomb',
      zip({
        'xl/workbook.xml': Buffer.from('<workbook/>'),
        'odd/place.xml': Buffer.from(sheetXml('<row r="1"><c r="XFD1"/></row><row r="1048576"/>')),
      }),
    ],
  ])('%s', async (code, content) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    expect(await readList('list.csv', bytes)).toMatchObject({
      refused: true,
      code,
      values: { name: 'list.csv' },
    })
  })

  test.each([
    [99, 'too-large'],
    [199, 'too-large'],
    [200, ['a', 'b']],
  ])('an archive is unpacked up to %i bytes in all', (limit, expectation) => {
    for (const stored of [true, false]) {
      const files = unpack(zip({ a: Buffer.alloc(100), b: Buffer.alloc(100) }, { stored }), limit)
      expect(Array.isArray(files) ? files.map(({ path }) => path) : files).toEqual(expectation)
    }
  })

  // A pattern that tries again from every place would take minutes on these: the test's time limit holds that.
  test.each([
    ['separators', ','.repeat(LIST_LIMITS.bytes), 'list-bomb'],
    ['brackets', `Name,Email,"${'('.repeat(2_000_000)}\n"\nA B,x`, 'ok'],
    ['invisible characters', `${head}x${'\u200b'.repeat(1_000_000)}x,a@x.example`, 'ok'],
    ['angle brackets', `${head}A B,${'>'.repeat(2_000_000)}x`, 'ok'],
    ['a year without end', `Name,Email,Year\nA B,a@x.example,1${'a'.repeat(2_000_000)}!`, 'ok'],
    ['spaces', `${head}A${' '.repeat(2_000_000)}B,a${' '.repeat(2_000_000)}b`, 'ok'],
  ])('a list of nothing but %s is answered at once', async (_, content, answer) => {
    const list = await readList('list.csv', Buffer.from(content))
    if (isRefusal(list)) return expect(list.code).toBe(answer)
    const rows = rowsOf(list)
    if (isRefusal(rows)) throw new Error(rows.code)
    const plan = planImport(
      { name: 'list.csv', institutionId: 'ada', rows },
      { known: NOTHING, institutions, event },
    )
    expect([plan.figures.rows, plan.figures.create]).toEqual([1, 0])
  })

  test('as many lines as may be are read', async () => {
    const list = await table('list', head + 'A B,a@x.example\n'.repeat(LIST_LIMITS.rows))
    expect(list.rows.at(-1)?.line).toBe(LIST_LIMITS.rows + 1)
  })

  test('a list without addresses says which column is missing', async () => {
    expect(rowsOf(await table('list', 'Name,Team\nA B,Ulduz'))).toMatchObject({
      code: 'list-columns-missing',
      values: { missing: 'email', headings: 'Name, Team' },
    })
  })
})
