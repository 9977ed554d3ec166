import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { canonicalJson } from '@/domain/ranking/canonical-json'
import { isRefusal } from '@/domain/refusal'
import { sealedPackage } from '@/server/publishing/sealed-package'
import { sealedFinal } from '@/server/publishing/testing'

testDatabase()

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the door without any setting: no database, no server. */
function run(...args: string[]) {
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/verify.ts', ...args],
    { encoding: 'utf8', env: { ...env, DATA_DIR: join(folder, 'nowhere') } },
  )
  return { status, stdout, stderr }
}

function fileOf(content: string | Buffer): string {
  const file = join(folder, 'package.json')
  writeFileSync(file, content)
  return file
}

test('recomputes a sealed final from its file alone, and says what it checked', async () => {
  const { president, entries } = await sealedFinal()
  const sealed = await sealedPackage(president, 'actinspace-2018', 'azerbaijan')
  if (isRefusal(sealed)) throw new Error(sealed.code)
  const text = canonicalJson(sealed)
  const { status, stdout, stderr } = run(fileOf(text))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const lines = stdout.split('\n')
  expect(lines.filter((line) => line.startsWith('✓ '))).toHaveLength(16)
  expect(lines).toContain('✓ The 29 ballot totals follow from their marks.')
  expect(lines).toContain('✓ The 2 decisions that count are in the chain.')
  expect(lines).toContain('✓ No special prize had a jury of its own.')
  expect(lines).toContain('1. SkyWell')
  expect(lines.at(-2)).toBe(sealed.result.digest)

  const mark = /"marks":\{"([^"]+)":1/.exec(text)?.[0] ?? ''
  const bent = run(fileOf(text.replace(mark, `${mark.slice(0, -1)}0`)))
  expect(bent.status).toBe(1)
  expect(bent.stderr).toBe('Not verified: contents, digest.\n')
  expect(bent.stdout).toContain('✗ The digest is not that of the sealed ballots.')
  expect(entries).toHaveLength(6)
})

test('what cannot be read is told from what does not hold', () => {
  const unreadable = [join(folder, 'missing.json'), fileOf(Buffer.from([0xff, 0xfe, 0x7b]))]
  for (const file of unreadable) {
    expect(run(file)).toEqual({
      status: 2,
      stdout: '',
      stderr: `${file} is no file that can be read as JSON.\n`,
    })
  }
  const other = fileOf('{"version":1}')
  expect(run(other)).toEqual({
    status: 2,
    stdout: '',
    stderr: `${other} is JSON, but no package of a sealed result.\n`,
  })
  expect(run()).toEqual({
    status: 2,
    stdout: '',
    stderr: 'Give one file: npm run verify -- PACKAGE (--help says more).\n',
  })
  const half = run(fileOf('{"format":"apogee-package-1"}'))
  expect({ ...half, stdout: half.stdout.slice(0, 27) }).toEqual({
    status: 1,
    stdout: '✗ It is no complete package',
    stderr: 'Not verified: shape.\n',
  })
})
