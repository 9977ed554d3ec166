import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'))
  mkdirSync(join(folder, 'demo'))
  writeFileSync(join(folder, 'demo', 'precious'), '')
})
afterEach(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const env = { ...process.env, DATA_DIR: folder }
  const { status, stderr } = spawnSync(process.execPath, ['scripts/demo.mjs', ...args], {
    encoding: 'utf8',
    env,
  })
  expect(existsSync(join(folder, 'demo', 'precious'))).toBe(true)
  return { status, stderr }
}
const refusing = (words: string) => ({
  status: 2,
  stderr: expect.stringMatching(`^[^\\n]*${words}[^\\n]*\\n$`),
})

test.each(['nowhere', '', '__proto__', 'constructor'])('there is no stage “%s”', (stage) => {
  expect(run(`--stage=${stage}`)).toEqual(refusing(`no stage “${stage}”`))
})

test.each(['--stag=judging', 'judging'])('%s is answered with how to write it', (argument) => {
  expect(run(argument)).toEqual(refusing('npm run demo -- --stage='))
})

test('a directory that the demo did not make is not erased', () => {
  expect(run()).toEqual(refusing('was not made by the demo'))
})

test('a demo that is running is not erased under its visitors', () => {
  writeFileSync(join(folder, 'demo', 'apogee-demo.json'), '{}')
  writeFileSync(join(folder, 'demo', 'running.json'), JSON.stringify({ pid: process.pid, command: 'next' }))
  expect(run()).toEqual(refusing(`is running \\(process ${process.pid}: next\\)`))
})
