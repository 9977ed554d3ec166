import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Who may import whom. One direction, no circles. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: ['domain'],
  db: ['db', 'domain'],
  messages: ['messages'],
  server: ['server', 'db', 'domain', 'messages'],
  components: ['components', 'domain'],
  app: ['app', 'components', 'server', 'domain', 'messages'],
}
const FRAMEWORKS = /^(react|next|next-auth|next-intl|drizzle-orm|pg|@electric-sql|node:)/
const FORBIDDEN_NAMES = /(^|\/)(lib|utils?|helpers?|common|services?|hooks|types|misc|managers?)(\/|\.tsx?$)/

const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { encoding: 'utf8' }).trim().split('\n')
const isTest = (file: string) => /\.test\.tsx?$|testing\.ts$|factories\.ts$/.test(file)
const roomOf = (file: string) => file.split('/')[0] ?? ''

const imports = files
  .filter((file) => roomOf(file) in MAY_IMPORT && !isTest(file))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((found) => ({
      file,
      from: found[1] ?? '',
    })),
  )

test('rooms import in one direction', () => {
  const wrong = imports.filter(({ file, from }) => {
    const target = from.startsWith('@/') ? roomOf(from.slice(2)) : undefined
    return target !== undefined && !MAY_IMPORT[roomOf(file)]?.includes(target)
  })
  expect(imports.length).toBeGreaterThan(50)
  expect(wrong).toEqual([])
})

test('the rules know no framework and no machine', () => {
  const wrong = imports.filter(({ file, from }) => roomOf(file) === 'domain' && FRAMEWORKS.test(from))
  expect(wrong).toEqual([])
})

test('only server/session.ts makes an Actor', () => {
  const makers = files.filter((file) => !isTest(file) && /\bproveActor\(/.test(readFileSync(file, 'utf8')))
  expect(makers).toEqual(['domain/access/actor.ts', 'server/session.ts'])
})

test('use cases are server-only', () => {
  const open = files.filter(
    (file) =>
      roomOf(file) === 'server' &&
      !isTest(file) &&
      !readFileSync(file, 'utf8').startsWith("import 'server-only'"),
  )
  // A thread is started, never imported, and knows no conditions of React.
  expect(open).toEqual([
    'server/messages.ts',
    'server/ranking/companion-worker.ts',
    'server/registration/import/list-worker.ts',
  ])
})

test('no file is named after nothing', () => {
  expect(files.filter((file) => FORBIDDEN_NAMES.test(file))).toEqual([])
})
