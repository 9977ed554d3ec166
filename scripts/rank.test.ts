import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rank-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/rank.ts', ...args],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

function fileOf(content: string | Buffer): string {
  const file = join(folder, 'scores.csv')
  writeFileSync(file, content)
  return file
}

test('prints the JSON of the contract', () => {
  const { status, stdout, stderr } = run('domain/ranking/reference/degenerate-exact-ties.csv')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const entrant = (id: string, rank: number, score: number, pFirst: number, expectedRank: number) => ({
    id,
    rank,
    score,
    raw: score,
    se: expect.closeTo(0.8539, 4),
    pFirst: expect.toSatisfy((found) => Math.abs(found - pFirst) <= 0.015),
    expectedRank: expect.toSatisfy((found) => Math.abs(found - expectedRank) <= 0.05),
  })
  expect(JSON.parse(stdout)).toEqual({
    entrants: [
      entrant('A', 1, 7, 0.333, 2.03),
      entrant('B', 1, 7, 0.333, 2.03),
      entrant('C', 1, 7, 0.333, 2.03),
      entrant('D', 4, 4.5, 0.002, 3.91),
    ],
    jurors: [
      { id: 'J1', n: 4, effect: expect.closeTo(0.125, 9) },
      { id: 'J2', n: 4, effect: expect.closeTo(-0.125, 9) },
    ],
    gates: [
      {
        level: 'BLOCK',
        code: 'TIED_PLACE',
        detail: { rank: 1, entries: ['A', 'B', 'C'], promotes: false, decider: null },
      },
    ],
    ties: [
      {
        rank: 1,
        entrants: ['A', 'B', 'C'],
        decided: [
          { above: 'A', below: 'B', rung: 'shared', decision: null },
          { above: 'B', below: 'C', rung: 'shared', decision: null },
        ],
        shared: [{ rank: 1, entrants: ['A', 'B', 'C'] }],
      },
    ],
    companion: {
      available: true,
      varEntrant: expect.closeTo(1, 4),
      varJuror: 0,
      varResidual: expect.closeTo(1.125, 4),
    },
    components: [['A', 'B', 'C', 'D']],
  })
})

test('what cannot be computed is null, and a ballot without all criteria is named', () => {
  const { status, stdout } = run(
    fileOf('juror;entrant;criterion;score\nJ1;A;idea;7,5\nJ1;A;team;8\nJ2;B;idea;9\n'),
  )
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    entrants: [
      { id: 'A', rank: 1, score: 7.75, se: null },
      { id: 'B', rank: null, score: null, raw: null, se: null, pFirst: null, expectedRank: null },
    ],
    jurors: [
      { id: 'J1', n: 1, effect: 0 },
      { id: 'J2', n: 0, effect: null },
    ],
    gates: [
      { code: 'INCOMPLETE', detail: { ballots: [{ juror: 'J2', entry: 'B' }] } },
      { code: 'TOO_FEW', detail: { entry: 'B', n: 0, minimum: 2 } },
      { code: 'TOO_FEW', detail: { entry: 'A', n: 1, minimum: 2 } },
      { code: 'SINGLE_JUROR' },
      { code: 'THIN_JUROR' },
    ],
  })
})

const UNKNOWN = { varEntrant: null, varJuror: null, varResidual: null }
const answerOn = (name: string) => JSON.parse(run(`domain/ranking/reference/${name}.csv`).stdout)

test.each([
  ['degenerate-single-juror', /fewer than two jurors/],
  ['degenerate-all-equal', /all totals are equal/],
])('%s: how sure is null, and why is said', (name, reason) => {
  const { companion, entrants } = answerOn(name)
  expect(companion).toEqual({ available: false, reason: expect.stringMatching(reason), ...UNKNOWN })
  const chances = entrants.map(({ pFirst, expectedRank }: Record<string, unknown>) => [pFirst, expectedRank])
  expect(chances).toEqual([...Array(3)].map(() => [null, null]))
})

test('two rooms: how sure within each, and nothing across them', () => {
  const { companion, entrants, components } = answerOn('synthetic-disconnected-two-rooms')
  expect(companion).toEqual({ available: true, reason: expect.stringMatching(/2 groups/), ...UNKNOWN })
  for (const room of components) {
    const chances = entrants.flatMap(({ id, pFirst }: { id: string; pFirst: number }) =>
      room.includes(id) ? [pFirst] : [],
    )
    expect(chances.reduce((sum: number, chance: number) => sum + chance, 0)).toBeCloseTo(1)
  }
})

describe('exits with 2 and one sentence on', () => {
  test.each<[string, () => string[], RegExp]>([
    ['no file named', () => [], /^Give one file/],
    ['a file that is not there', () => [join(folder, 'none.csv')], /^There is no file “.*none\.csv”/],
    ['another encoding', () => [fileOf(Buffer.from([0x6a, 0xff, 0xfe, 0x2c]))], /^The file is not UTF-8/],
    [
      'a word for a score',
      () => [fileOf('juror,entrant,score\nJ1,A,good\n')],
      /^Line 2: “good” is not a score/,
    ],
  ])('%s', (_, args, sentence) => {
    const { status, stdout, stderr } = run(...args())
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(stderr.trim().split('\n').length).toBe(1)
  })
})
