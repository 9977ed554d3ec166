import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db, transaction } from '@/db/client'
import { grant, makePerson, putAtPhase } from '@/db/factories'
import { auditEntries, editionLocks, events, promotions } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { SignedIn } from '@/domain/access/actor'
import { LOCKABLE_RULES, type LockableRule } from '@/domain/editions/locks'
import type { RubricCriterion } from '@/domain/judging/rubric'
import { isRefusal } from '@/domain/refusal'
import { verifyChain } from '../audit/verify-chain'
import { now } from '../clock'
import { type EventSettings, editEvent } from '../events/edit-event'
import { setOpenness } from '../events/set-openness'
import { settingsOf } from '../events/testing'
import { createAward } from '../judging/create-award'
import { setRubric } from '../judging/set-rubric'
import { codeOf, done } from '../judging/testing'
import { erasePerson } from '../people/erase-person'
import { setPromotionRule } from '../promotion/set-promotion-rule'
import { sentenceOf, statusOf } from '../refusals'
import { actorOf } from '../session'
import { makeEdition } from '../testing'
import { liftLock } from './lift-lock'
import { locksOf, rulesOf } from './lock-queries'
import { lockRule } from './lock-rule'

testDatabase()

let made: Awaited<ReturnType<typeof makeEdition>>
let owner: SignedIn
let admin: SignedIn
beforeEach(async () => {
  made = await makeEdition()
  owner = await withGrant('Ülkər', 'Qocayeva-Əliyeva', 'competition-owner', made.competition.id)
  admin = await withGrant('Administrator', '', 'edition-administrator', made.edition.id)
})

async function withGrant(
  given: string,
  family: string,
  ...[role, node]: [Parameters<typeof grant>[1], string]
) {
  const person = await makePerson(given, family)
  await grant(person.id, role, node)
  return actorOf(person.id)
}

const REASON = 'Sizes are the same in all 41 finals.'
const lock = (rule: LockableRule = 'team-size', reason = REASON, actor = owner) =>
  lockRule(actor, { edition: made.edition.id, rule, reason })
const lift = (rule: LockableRule = 'team-size', actor = owner) =>
  liftLock(actor, { edition: made.edition.id, rule })

const edit = (changes: Partial<EventSettings> = {}) =>
  editEvent(made.organizer, { ...settingsOf(made.national.id), ...changes })

const eventRow = async () => {
  const [row] = await (await db()).select().from(events).where(eq(events.id, made.national.id))
  return row
}

const RUBRIC: readonly RubricCriterion[] = [
  { kind: 'gate', name: 'Uses the space data' },
  { kind: 'weighted', name: 'Idea', weight: 60, levels: [{ value: 5, sentence: 'New here.' }] },
  { kind: 'weighted', name: 'Team', weight: 40 },
]

test('each locking is a version of its own; what anybody reads of it names nobody', async () => {
  expect(await lock()).toEqual({ version: 1 })
  expect(await codeOf(lock('team-size', 'Once more'))).toBe('rule-locked-already')
  expect(await lift()).toEqual({ version: 1 })
  expect(await codeOf(lift())).toBe('rule-open')
  expect(await lock('team-size', '  A hall\u0000 of five a table ')).toEqual({ version: 2 })
  expect(await lock('rubric', 'One rubric')).toEqual({ version: 1 })
  const lockOf = (rule: string, version: number, reason: string) => [
    rule,
    { rule, version, reason, since: expect.any(Date) },
  ]
  expect([...(await locksOf(made.edition.id))].sort()).toEqual([
    lockOf('rubric', 1, 'One rubric'),
    lockOf('team-size', 2, 'A hall of five a table'),
  ])
  const told = await (await db())
    .select({ action: auditEntries.action, by: auditEntries.actorId, details: auditEntries.details })
    .from(auditEntries)
    .orderBy(auditEntries.ordinal)
  expect(told.map(({ action, by, details }) => [action, by, details.rule, details.version])).toEqual([
    ['lock-rule', owner.personId, 'team-size', 1],
    ['lift-lock', owner.personId, 'team-size', 1],
    ['lock-rule', owner.personId, 'team-size', 2],
    ['lock-rule', owner.personId, 'rubric', 1],
  ])
  expect(await verifyChain('installation')).toMatchObject({ intact: true })
})

test.each([
  ['nothing', '', 'reason-missing'],
  ['what nobody sees', ' \u200b\u3164\u0000', 'reason-missing'],
  ['punctuation', '—!', 'reason-missing'],
  ['a book', 'a'.repeat(2001), 'reason-long'],
])('%s is no reason, and nothing is locked', async (_, reason, code) => {
  expect(await codeOf(lock('openness', reason))).toBe(code)
  expect((await locksOf(made.edition.id)).size).toBe(0)
})

test('only the owner of this competition locks and lifts; administrators read who did, others learn nothing', async () => {
  await done(lock())
  const others = [admin, made.organizer, made.neighbour, made.stranger]
  const tries = []
  for (const actor of others)
    tries.push([await codeOf(lock('rubric', REASON, actor)), await codeOf(lift('team-size', actor))])
  expect(tries).toEqual(Array(4).fill(['not-found', 'not-found']).with(0, ['not-allowed', 'not-allowed']))
  expect(await codeOf(lockRule(owner, { edition: 'nowhere', rule: 'rubric', reason: REASON }))).toBe(
    'not-found',
  )
  const rules = LOCKABLE_RULES.map((rule) => ({
    rule,
    lock:
      rule === 'team-size'
        ? {
            rule,
            version: 1,
            reason: REASON,
            since: expect.any(Date),
            by: 'Ülkər Qocayeva-Əliyeva',
            lifted: null,
          }
        : null,
    before: [],
  }))
  const { slug } = made.edition
  expect(await rulesOf(owner, slug)).toMatchObject({ mayLock: true, rules })
  expect(await rulesOf(admin, slug)).toMatchObject({ mayLock: false, rules })
  for (const actor of [made.organizer, made.stranger])
    expect(await codeOf(rulesOf(actor, slug))).toBe('not-found')
  for (const nowhere of ['actinspace-2099', '\0'])
    expect(await codeOf(rulesOf(owner, nowhere))).toBe('not-found')
})

test('whoever locks a rule sees what the events have under it', async () => {
  await done(edit({ teamMin: 3, teamMax: 4 }))
  await done(setRubric(made.organizer, { event: made.national.id, criteria: RUBRIC }))
  await done(setOpenness(made.organizer, { event: made.national.id, openness: 'scores' }))
  await done(setPromotionRule(made.organizer, { event: made.national.id, slots: 2, capPerRoot: 1 }))
  expect((await done(rulesOf(owner, made.edition.slug))).values).toEqual({
    'team-size': [
      { min: 2, max: 5, events: 2 },
      { min: 3, max: 4, events: 1 },
    ],
    rubric: [
      { criteria: 0, events: 2 },
      { criteria: 3, events: 1 },
    ],
    openness: [
      { openness: 'ranks', events: 2 },
      { openness: 'scores', events: 1 },
    ],
    promotion: [
      { slots: 1, cap: null, events: 1 },
      { slots: 2, cap: 1, events: 1 },
    ],
  })
})

test('who locked is named until they are erased; the lock stays', async () => {
  await done(lock())
  await done(lift())
  await withGrant('Second', '', 'competition-owner', made.competition.id)
  await done(erasePerson(owner, { confirmed: true }))
  const found = await done(rulesOf(admin, made.edition.slug))
  expect(found.rules[0]).toEqual({
    rule: 'team-size',
    lock: null,
    before: [
      {
        ...{ rule: 'team-size', version: 1, reason: REASON, since: expect.any(Date), by: '' },
        lifted: { at: expect.any(Date), by: '' },
      },
    ],
  })
})

test('twenty at once lock it once', async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => codeOf(lock())))
  expect(outcomes.filter((one) => one !== 'rule-locked-already')).toEqual([{ version: 1 }])
  expect(await (await db()).select().from(editionLocks)).toHaveLength(1)
})

test('locked sizes stay as they are; everything else is saved, and lifting frees them', async () => {
  await done(edit({ teamMin: 3, teamMax: 4 }))
  await done(lock())
  for (const [changes, field] of [
    [{ teamMin: 2, teamMax: 4 }, 'teamMin'],
    [{ teamMin: 3, teamMax: 5 }, 'teamMax'],
  ] as const) {
    const no = await edit({ ...changes, venue: 'Elsewhere' })
    if (!isRefusal(no)) throw new Error('was saved')
    expect(no).toMatchObject({
      code: 'rule-locked',
      field,
      values: { rule: 'team-size', version: 1, reason: REASON, zone: 'Asia/Baku' },
    })
    expect(statusOf(no)).toBe(423)
    expect(sentenceOf(no)).toMatch(
      /^The edition has locked the sizes of teams since .+ \(Baku\): “Sizes are the same in all 41 finals\.” .+Only the owner of the competition can lift the lock\.$/,
    )
  }
  expect(await eventRow()).toMatchObject({ teamMin: 3, teamMax: 4, venue: null })
  expect(isRefusal(await edit({ teamMin: 3, teamMax: 4, venue: 'ADA University' }))).toBe(false)
  expect(await eventRow()).toMatchObject({ teamMin: 3, teamMax: 4, venue: 'ADA University' })
  await done(lift())
  expect(isRefusal(await edit({ teamMin: 2, teamMax: 5 }))).toBe(false)
})

test('another edition’s lock and another rule’s bind nothing here', async () => {
  for (const rule of ['rubric', 'openness', 'promotion'] as const) await done(lock(rule))
  expect(isRefusal(await edit({ teamMax: 4 }))).toBe(false)
})

test('a locked rubric may be saved as it is, not otherwise; a special prize has its own', async () => {
  const { organizer, national } = made
  const event = national.id
  const { criteria } = await done(setRubric(organizer, { event, criteria: RUBRIC }))
  await done(lock('rubric'))
  expect(await setRubric(organizer, { event, criteria: RUBRIC })).toEqual({ criteria })
  const [gate, idea, team] = RUBRIC as [RubricCriterion, RubricCriterion, RubricCriterion]
  const others = [
    [gate, team, idea],
    [idea, team],
    [gate, { ...idea, weight: 61 }, team],
    [gate, { ...idea, levels: [{ value: 5, sentence: 'New there.' }] }, team],
    [gate, { ...idea, scaleMax: 5 }, team],
  ]
  for (const criteria of others)
    expect(await codeOf(setRubric(organizer, { event, criteria }))).toBe('rule-locked')
  const prize = {
    event,
    name: 'Copernicus prize',
    criteria: [{ kind: 'weighted' as const, name: 'Use', weight: 1 }],
  }
  expect(isRefusal(await createAward(organizer, prize))).toBe(false)
  await done(lift('rubric'))
  for (const criteria of others)
    expect(isRefusal(await setRubric(organizer, { event, criteria }))).toBe(false)
})

test('the places above are set within their range, until the edition locks them or one is offered', async () => {
  const { organizer, national, international } = made
  const event = national.id
  const set = (slots: number, capPerRoot: number | null = null) =>
    setPromotionRule(organizer, { event, slots, capPerRoot })
  expect(await set(2, 1)).toEqual({ slots: 2, capPerRoot: 1 })
  expect(await eventRow()).toMatchObject({ promotionSlots: 2, promotionCapPerRoot: 1 })
  const refused = []
  for (const [slots, cap] of [
    [-1, null],
    [101, null],
    [1.5, null],
    [2, 0],
    [2, 101],
  ] as const)
    refused.push(await codeOf(set(slots, cap)))
  expect(refused).toEqual([...Array(3).fill('slots-range'), ...Array(2).fill('cap-range')])
  await done(lock('promotion'))
  expect(await codeOf(set(3, 1))).toBe('rule-locked')
  expect(await codeOf(set(2, null))).toBe('rule-locked')
  expect(await set(2, 1)).toEqual({ slots: 2, capPerRoot: 1 })
  await done(lift('promotion'))
  await putAtPhase(event, 'registration')
  await (await db()).insert(promotions).values({
    ...{ fromEventId: event, toEventId: international.id, slot: 1, state: 'open' },
    changedAt: now(),
  })
  expect(await codeOf(set(3, 1))).toBe('nomination-begun')
  expect(await eventRow()).toMatchObject({ promotionSlots: 2, promotionCapPerRoot: 1 })
  const above = await withGrant('Above', '', 'event-organizer', international.id)
  expect(await codeOf(setPromotionRule(above, { event: international.id, slots: 1, capPerRoot: null }))).toBe(
    'no-parent-event',
  )
})

/** Runs `work` in a transaction that stays open until `release` is called. */
function holdOpen<T>(work: () => Promise<T>) {
  let release = () => {}
  const until = new Promise<void>((resume) => {
    release = resume
  })
  let arrive = () => {}
  const arrived = new Promise<void>((resume) => {
    arrive = resume
  })
  const outcome = transaction(async () => {
    const found = await work()
    arrive()
    await until
    return found
  })
  return { arrived, outcome, release }
}

const within = (outcome: Promise<unknown>, ms: number) =>
  Promise.race([outcome.then(() => 'done'), new Promise((resume) => setTimeout(() => resume('waits'), ms))])

const CHANGES: Record<LockableRule, () => Promise<unknown>> = {
  'team-size': () => edit({ teamMax: 4 }),
  rubric: () => setRubric(made.organizer, { event: made.national.id, criteria: RUBRIC }),
  openness: () => setOpenness(made.organizer, { event: made.national.id, openness: 'scores' }),
  promotion: () => setPromotionRule(made.organizer, { event: made.national.id, slots: 3, capPerRoot: null }),
}

test.each(LOCKABLE_RULES)(
  '%s: a lock put on meanwhile is seen, and waits for a change begun before',
  async (rule) => {
    const locking = holdOpen(() => lock(rule))
    await locking.arrived
    const late = CHANGES[rule]()
    const first = await within(late, 150)
    locking.release()
    expect(first).toBe('waits')
    expect(await locking.outcome).toEqual({ version: 1 })
    expect(await codeOf(late)).toBe('rule-locked')
    await done(lift(rule))

    const changing = holdOpen(CHANGES[rule])
    await changing.arrived
    const lateLock = lock(rule)
    const then = await within(lateLock, 150)
    changing.release()
    expect(then).toBe('waits')
    expect(isRefusal(await changing.outcome)).toBe(false)
    expect(await lateLock).toEqual({ version: 2 })
  },
)
