import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeTeams } from './alike'
import type { ImportContext, ImportPlan, Known, KnownRegistration, ListToPlan } from './plan'
import { planImport, planImports } from './plan-imports'
import type { ListRow } from './rows'
import { teamKey } from './team-key'

const institutions = [
  { id: 'asoiu', domains: ['asoiu.example'] },
  { id: 'ufaz', domains: ['ufaz.example'] },
]
const nobody: Known = { registrations: [], teams: [] }
const context = (known: Known = nobody): ImportContext => ({
  known,
  institutions,
  event: { teamSize: { min: 2, max: 5 } },
})

/** Rows from "Given Family, address, team" beginning at line 2. */
function rows(...lines: string[]): ListRow[] {
  return lines.map((text, index) => {
    const [fullName = '', email = '', team = '', year = ''] = text.split(',').map((cell) => cell.trim())
    return { line: index + 2, cells: { fullName, email, team, year }, surplus: 0 }
  })
}

function list(institutionId: string, lines: string[], more: Partial<ListToPlan> = {}): ListToPlan {
  return { name: `${institutionId}.csv`, institutionId, rows: rows(...lines), ...more }
}

const outcomes = (plan: ImportPlan) =>
  plan.lists.map(({ lines }) => lines.map(({ line, outcome }) => `${line} ${outcome}`).join(', '))

/** What the event knows once a plan has been carried out. */
function knownAfter(plan: ImportPlan): Known {
  const registrations = plan.lists.flatMap(({ institutionId, lines }) =>
    lines.flatMap((line): KnownRegistration[] => {
      if (line.outcome !== 'create') return []
      const { email, team, ...person } = line.student
      return [
        {
          ...person,
          personId: email,
          emails: [email],
          institutionId,
          teamKey: line.seat ? (team?.key ?? null) : null,
        },
      ]
    }),
  )
  return { registrations, teams: plan.teams.map((team) => ({ ...team, id: team.key })) }
}

const anar: KnownRegistration = {
  personId: 'p1',
  emails: ['anar@ufaz.example', 'anar@home.example'],
  givenName: 'Anar',
  familyName: 'Aliyev',
  programme: null,
  year: 2,
  institutionId: 'ufaz',
  teamKey: 'ulduz',
}

describe('one list', () => {
  test('the first of a team is its provisional captain, the others its members', () => {
    const plan = planImport(
      list('ufaz', ['A A, a@ufaz.example, Ulduz', 'B B, b@ufaz.example, ULDUZ']),
      context(),
    )
    expect(plan.lists[0]?.lines.map((line) => line.outcome === 'create' && line.seat)).toEqual([
      { key: 'ulduz', name: 'Ulduz', id: null, role: 'captain' },
      { key: 'ulduz', name: 'Ulduz', id: null, role: 'member' },
    ])
    expect(plan.teams).toEqual([
      {
        id: null,
        key: 'ulduz',
        name: 'Ulduz',
        institutionId: 'ufaz',
        size: 2,
        joining: [
          { list: 'ufaz.csv', line: 2 },
          { list: 'ufaz.csv', line: 3 },
        ],
      },
    ])
  })

  test('a repeated person is kept once; a shared address is to be corrected', () => {
    const plan = planImport(
      list('ufaz', ['A Ağayev, a@ufaz.example', 'a AGAYEV, A@UFAZ.EXAMPLE', 'Other Person, a@ufaz.example']),
      context(),
    )
    expect(plan.lists[0]?.lines[1]).toMatchObject({ outcome: 'duplicate', of: 2 })
    expect(plan.lists[0]?.lines[2]).toMatchObject({
      outcome: 'error',
      problems: [{ field: 'email', code: 'shared-address', values: { line: 2, name: 'A Ağayev' } }],
    })
  })

  test('the sixth of a team is told so, and nothing of the line is done', () => {
    const six = [1, 2, 3, 4, 5, 6].map((n) => `P${n} Q, p${n}@ufaz.example, Ulduz`)
    const plan = planImport(list('ufaz', six), context())
    expect(plan.figures).toMatchObject({ rows: 6, create: 5, error: 1 })
    expect(plan.lists[0]?.lines[5]).toMatchObject({
      line: 7,
      problems: [{ field: 'team', code: 'team-full', values: { team: 'Ulduz', limit: 5 } }],
    })
    expect(plan.teams[0]?.size).toBe(5)
  })

  test('corrections and lines left out are heeded before anything is decided', () => {
    const lines = ['A A, , Ulduz', 'B B, b@ufaz.example, Ulduz', 'B B, b@ufaz.example, Ulduz']
    const plan = planImport(
      list('ufaz', lines, { corrections: { 2: { email: 'a@ufaz.example' } }, leftOut: [3] }),
      context(),
    )
    expect(outcomes(plan)).toEqual(['2 create, 3 left-out, 4 create'])
  })

  test('notes: namesakes, and an address of another institution', () => {
    const plan = planImport(list('asoiu', ['A B, a@asoiu.example', 'B A, b@ufaz.example']), context())
    expect(plan.lists[0]?.lines[1]?.notes).toEqual([
      { code: 'same-name', values: { line: 2 } },
      { code: 'address-of-another', values: { institution: 'ufaz' } },
    ])
  })
})

describe('what the event knows already', () => {
  const known = (change: Partial<KnownRegistration> = {}): Known => ({
    registrations: [{ ...anar, ...change }],
    teams: [{ id: 't1', key: 'ulduz', name: 'Ulduz', size: 1, institutionId: 'ufaz' }],
  })
  const line = (text: string, change: Partial<KnownRegistration> = {}, institution = 'ufaz') =>
    planImport(list(institution, [text]), context(known(change))).lists[0]?.lines[0]

  test('unchanged, by any of the addresses, also where the list is silent', () => {
    expect(line('Anar Aliyev, anar@ufaz.example, Ulduz, 2')?.outcome).toBe('unchanged')
    expect(line('Anar Aliyev, ANAR@HOME.EXAMPLE')).toMatchObject({ outcome: 'unchanged', personId: 'p1' })
  })

  test('both addresses of one person in one list are one line and its repeat', () => {
    const plan = planImport(
      list('ufaz', ['Anar Aliyev, anar@ufaz.example', 'A. Aliyev, anar@home.example']),
      context(known()),
    )
    expect(outcomes(plan)).toEqual(['2 unchanged, 3 duplicate'])
  })

  test('updated: what differs, and a seat for who has none', () => {
    expect(line('Anar Əliyev, anar@ufaz.example, Ulduz, 3', { teamKey: null })).toMatchObject({
      outcome: 'update',
      changes: { familyName: { from: 'Aliyev', to: 'Əliyev' }, year: { from: 2, to: 3 } },
      seat: { key: 'ulduz', id: 't1', role: 'member' },
    })
    expect(line('Anar Aliyev, anar@ufaz.example', { institutionId: null })).toMatchObject({
      outcome: 'update',
      changes: { institutionId: { from: null, to: 'ufaz' } },
    })
  })

  test('nobody is moved between teams', () => {
    expect(line('Anar Aliyev, anar@ufaz.example, Neft Eye')).toMatchObject({
      outcome: 'unchanged',
      notes: [{ code: 'in-another-team' }],
    })
  })

  test('what a person confirmed themself stays; only what is missing is filled in', () => {
    const confirmed = { confirmed: true, year: null, teamKey: null }
    expect(line('Anar Əliyev, anar@ufaz.example, Ulduz, 3', confirmed)).toMatchObject({
      outcome: 'update',
      changes: { year: { from: null, to: 3 } },
      seat: null,
      notes: [{ code: 'own-words-kept', values: { fields: 'familyName' } }, { code: 'not-seated' }],
    })
  })

  test('who withdrew is not brought back', () => {
    expect(line('Anar Əliyev, anar@ufaz.example', { state: 'withdrawn' })).toMatchObject({
      outcome: 'unchanged',
      notes: [{ code: 'withdrawn' }],
    })
  })

  test('elsewhere: registered for another institution', () => {
    expect(line('Anar Aliyev, anar@ufaz.example', {}, 'asoiu')).toMatchObject({
      outcome: 'elsewhere',
      at: { list: null, line: null, institutionId: 'ufaz' },
    })
  })

  test('a full team takes nobody', () => {
    const full = { ...known(), teams: [{ id: 't1', key: 'ulduz', size: 5, institutionId: 'ufaz' }] }
    const plan = planImport(list('ufaz', ['New One, new@ufaz.example, Ulduz']), context(full))
    expect(plan.lists[0]?.lines[0]).toMatchObject({ problems: [{ code: 'team-full' }] })
  })
})

describe('several lists', () => {
  const state = list('asoiu', ['S S, s@asoiu.example, Geo', 'U U, u@ufaz.example, Geo'])
  const ufaz = list('ufaz', ['U U, u@ufaz.example, Geo'])

  test.each([
    [[state, ufaz], ['2 create, 3 elsewhere', '2 create'], 'asoiu'],
    [[ufaz, state], ['2 create', '2 create, 3 elsewhere'], 'ufaz'],
  ])('together the domain decides, in either order', (lists, expected, represented) => {
    const plan = planImports(lists, context())
    expect(outcomes(plan)).toEqual(expected)
    expect(plan.teams).toMatchObject([{ key: 'geo', institutionId: represented, size: 2 }])
  })

  test('elsewhere names the line that counts', () => {
    expect(planImports([state, ufaz], context()).lists[0]?.lines[1]).toMatchObject({
      at: { list: 'ufaz.csv', line: 2, institutionId: 'ufaz' },
    })
  })

  test('one after the other the first keeps them, and the totals agree', () => {
    const first = planImport(state, context())
    const second = planImport(ufaz, context(knownAfter(first)))
    expect([outcomes(first), outcomes(second)]).toEqual([['2 create, 3 create'], ['2 elsewhere']])
  })

  test('where no list is the domain’s, the first that names them has them', () => {
    const lines = ['X X, x@home.example']
    const plan = planImports([list('asoiu', lines), list('ufaz', lines)], context())
    expect(outcomes(plan)).toEqual(['2 create', '2 elsewhere'])
  })
})

test.each([
  ['SkyWell', 'Sky Well', true],
  ['Seismo-24', 'Seismo 24', true],
  ['Caspian Drift', 'Caspain Drift', false],
  ['Caspian Drift', 'Caspian Drifts', true],
  ['Caspian Drift', 'Kaspian Drift', true],
  ['Seismo-24', 'Seismo-25', false],
  ['Sun', 'Son', false],
  ['Ulduz', 'ULDUZ', false],
])('%s and %s may be one team: %s', (a, b, expected) => {
  const teams = [a, b].map((name) => ({ key: teamKey(name), name }))
  expect(alikeTeams(teams).length > 0).toBe(expected)
})

describe('for any list', () => {
  const person = fc.record({
    name: fc.constantFrom('Anar Ağayev', 'Leyla Əliyeva', 'Suharto', ''),
    box: fc.integer({ min: 0, max: 12 }),
    host: fc.constantFrom('ufaz.example', 'UFAZ.example', 'home.example'),
    team: fc.constantFrom('', 'Ulduz', 'ULDUZ', 'Geo-Çinar', 'Neft Eye', 'Lələ Nav', 'Zero-G Tea', '–'),
  })
  const people = fc.array(person, { maxLength: 30 })
  const asList = (drawn: { name: string; box: number; host: string; team: string }[]) =>
    list(
      'ufaz',
      drawn.map(({ name, box, host, team }) => `${name}, p${box}@${host}, ${team}`),
    )

  test('importing again changes nothing', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const first = planImport(asList(drawn), context())
        const again = planImport(asList(drawn), context(knownAfter(first)))
        expect(again.figures.unchanged).toBe(first.figures.create)
        expect(again.figures.create + again.figures.update).toBe(0)
        expect(again.teams).toEqual([])
      }),
    )
  })

  test('the order of lines does not change who is created', () => {
    const roomy = { ...context(), event: { teamSize: { min: 2, max: 99 } } }
    const created = (drawn: Parameters<typeof asList>[0]) =>
      planImport(asList(drawn), roomy)
        .lists.flatMap(({ lines }) => lines)
        .flatMap((line) => (line.outcome === 'create' ? [line.student.email] : []))
        .sort()
    fc.assert(
      fc.property(
        people.chain((drawn) =>
          fc.tuple(fc.constant(drawn), fc.shuffledSubarray(drawn, { minLength: drawn.length })),
        ),
        ([drawn, shuffled]) => {
          expect(created(shuffled)).toEqual(created(drawn))
        },
      ),
    )
  })

  test('every line has one answer, teams keep their limit, and each new team has one captain', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const plan = planImport(asList(drawn), context())
        const { rows: total, ...counts } = plan.figures
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total)
        for (const team of plan.teams) expect(team.size).toBeLessThanOrEqual(5)
        const captains = plan.lists
          .flatMap(({ lines }) => lines)
          .filter((line) => line.outcome === 'create' && line.seat?.role === 'captain')
        expect(captains.length).toBe(plan.teams.length)
      }),
    )
  })
})
