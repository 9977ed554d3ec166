import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assign-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/assign.ts', ...args],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

function fileOf(content: unknown): string {
  const file = join(folder, 'input.json')
  writeFileSync(
    file,
    Buffer.isBuffer(content) || typeof content === 'string' ? content : JSON.stringify(content),
  )
  return file
}

const INPUT = {
  jurors: [{ id: 'J1' }, { id: 'J2', maxLoad: 1 }, { id: '__proto__' }],
  entries: [{ id: 'A' }, { id: 'B' }],
  conflicts: [{ juror: 'J1', entry: 'A' }],
  perEntry: 2,
  seed: 2018,
}

test('prints the JSON of the contract', () => {
  const { status, stdout, stderr } = run(fileOf(INPUT))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toBe(
    `${JSON.stringify(
      {
        assignments: [
          { juror: 'J2', entry: 'A' },
          { juror: '__proto__', entry: 'A' },
          { juror: 'J1', entry: 'B' },
          { juror: '__proto__', entry: 'B' },
        ],
        shortfalls: [],
        loads: JSON.parse('{"J1":1,"J2":1,"__proto__":2}'),
      },
      null,
      2,
    )}\n`,
  )
})

test('an entry that cannot have its ballots is named, and no conflict fills it', () => {
  const conflicts = ['A', 'B'].flatMap((entry) => ['J1', 'J2'].map((juror) => ({ juror, entry })))
  const { status, stdout } = run(fileOf({ ...INPUT, conflicts }))
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    shortfalls: [
      { entry: 'A', missing: 1 },
      { entry: 'B', missing: 1 },
    ],
  })
})

test('no jurors, or no entries, is an answer too', () => {
  const nobody = { assignments: [], shortfalls: [{ entry: 'A', missing: 2 }], loads: {} }
  const bare = { jurors: [], entries: [{ id: 'A' }], perEntry: 2, seed: '' }
  expect(JSON.parse(run(fileOf(bare)).stdout)).toEqual(nobody)
  const nothing = { ...bare, jurors: [{ id: 'J' }], entries: [] }
  expect(JSON.parse(run(fileOf(nothing)).stdout)).toEqual({
    assignments: [],
    shortfalls: [],
    loads: { J: 0 },
  })
})

describe('exits with 2 and one sentence on', () => {
  test.each<[string, () => string[], RegExp]>([
    ['no file named', () => [], /^Give one file/],
    ['a file that is not there', () => [join(folder, 'none.json')], /^There is no file “.*none\.json”/],
    ['another encoding', () => [fileOf(Buffer.from([0x7b, 0xff, 0xfe]))], /^The file is not UTF-8/],
    ['no JSON', () => [fileOf('{"jurors": [')], /^The file is not a JSON object/],
    [
      'a conflict with nobody',
      () => [fileOf({ ...INPUT, conflicts: [{ juror: 'J9', entry: 'B' }] })],
      /^Number 1 of “conflicts” names the juror "J9", and there is no such juror/,
    ],
  ])('%s', (_, args, sentence) => {
    const { status, stdout, stderr } = run(...args())
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(stderr.trim().split('\n').length).toBe(1)
  })
})
