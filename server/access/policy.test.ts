import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { transaction } from '@/db/client'
import { testDatabase } from '@/db/testing'
import type { SignedIn } from '@/domain/access/actor'
import { POLICY as ABILITIES } from '@/domain/access/policy'
import { isRefusal } from '@/domain/refusal'
import { ADMINISTRATION } from './testing/administration'
import { JURY } from './testing/jury'
import type { Line } from './testing/line'
import { ORGANIZER } from './testing/organizer'
import { PEOPLE } from './testing/people'
import { PUBLIC } from './testing/public'
import { REGISTRATION } from './testing/registration'
import { makeRoles, type World } from './testing/roles'
import { SESSION } from './testing/session'
import { SUBMISSIONS } from './testing/submissions'

testDatabase()

const LINES: readonly Line[] = [
  ...PUBLIC,
  ...PEOPLE,
  ...REGISTRATION,
  ...SUBMISSIONS,
  ...JURY,
  ...ORGANIZER,
  ...ADMINISTRATION,
  ...SESSION,
]

/** Rows of abilities the product does not have yet. Who builds one takes its row from here and writes its line. */
const NOT_YET = ['JUR-07 see who wrote a comment']

/** Rows that nobody is to be able to: there is no use case to ask. */
const NEVER = ['ADM-05 edit or delete an audit entry or a mark', 'ADM-06 back up the whole system']

const [head = '', ...rows] = readFileSync('domain/access/policy.csv', 'utf8').trim().split('\n')
const ROLES = head.split(',').slice(3, -1)
const POLICY = new Map(
  rows
    .map((row) => row.split(','))
    .map(([id, action, , ...cells]) => [`${id} ${action}`, cells.slice(0, ROLES.length)]),
)

test('every row is asked here, or is named as one that cannot be yet or ever', () => {
  const asked = [...new Set(LINES.map(({ row }) => row))]
  expect([...asked, ...NOT_YET, ...NEVER].sort()).toEqual([...POLICY.keys()].sort())
})

test('what nobody may is no ability', () => {
  const ids = NEVER.map((row) => row.slice(0, 6))
  expect(Object.values(ABILITIES).filter(({ policy }) => policy.some((id) => ids.includes(id)))).toEqual([])
  expect(NEVER.flatMap((row) => POLICY.get(row)?.filter((cell) => cell !== 'deny'))).toEqual([])
})

const LEARN_NOTHING: Readonly<Record<string, string>> = { anonymous: 'sign-in', neighbour: 'not-found' }

class Rehearsed extends Error {}

/** Asks in a transaction that is rolled back, so that each role is asked about the same world. */
async function rehearse(ask: () => Promise<unknown>): Promise<string> {
  let answer = 'nothing'
  await transaction(async () => {
    const outcome = await ask()
    answer = isRefusal(outcome) ? outcome.code : 'done'
    throw new Rehearsed()
  }).catch((error) => {
    if (!(error instanceof Rehearsed)) throw error
  })
  return answer
}

test.each([...new Set(LINES.map(({ at }) => at))])(
  'each role through the use cases at %s',
  async (stage) => {
    const world = await makeRoles(stage)
    const lines = LINES.filter(({ at }) => at === stage)
    const found = []
    for (const line of lines) found.push({ row: line.row, ...(await answers(line, world)) })
    expect(found).toEqual(lines.map((line) => ({ row: line.row, ...agreed(line) })))
  },
  120_000,
)

/** What each role is answered. Who has nothing to do with the final learns nothing; the others may be told the rule. */
async function answers({ ask, notes = {} }: Line, world: World) {
  const told: Record<string, string> = {}
  for (const role of ROLES) {
    const actor = world.roles[role] as SignedIn
    const answer = await rehearse(() => ask(actor, world))
    const exact = answer === 'done' || role in notes || role in LEARN_NOTHING
    told[role] = exact ? answer : 'refused'
  }
  return told
}

/** What the policy's row says each role is answered. */
function agreed({ row, own = [], notes = {} }: Line) {
  const cells = POLICY.get(row) ?? []
  return Object.fromEntries(
    ROLES.map((role, index) => {
      const may = cells[index] === 'allow' || (cells[index] === 'own' && own.includes(role))
      return [role, notes[role] ?? (may ? 'done' : (LEARN_NOTHING[role] ?? 'refused'))]
    }),
  )
}
