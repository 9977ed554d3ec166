import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PHASES, type Phase } from '@/domain/events/phases'
import { type Actor, type ActorFacts, type Grant, NOBODY, proveActor } from './actor'
import { can } from './can'
import { type Action, POLICY } from './policy'
import type { AccessObject, EventFacts } from './standing'

const ROLES = [
  'anonymous',
  'participant',
  'captain',
  'juror',
  'conflicted_juror',
  'president',
  'partner',
  'helper',
  'organizer',
  'neighbour',
  'edition_admin',
  'owner',
] as const
type Role = (typeof ROLES)[number]
type Cell = 'allow' | 'own' | 'deny'

const EVENT = 'event-azerbaijan'
const NOW = new Date('2018-05-14T06:00:00Z')

const grantOf = (role: Grant['role'], node: string): Partial<ActorFacts> => ({ grants: [{ role, node }] })
const memberOf = (captain: boolean): Partial<ActorFacts> => ({
  memberships: [{ team: 'my-team', event: EVENT, captain }],
  registrations: [EVENT],
})
const seatOf = (president: boolean): Partial<ActorFacts> => ({
  seats: [{ juror: 'my-seat', event: EVENT, voting: true, president }],
})

const FACTS: Record<Role, Partial<ActorFacts>> = {
  anonymous: { personId: null },
  participant: memberOf(false),
  captain: memberOf(true),
  juror: seatOf(false),
  conflicted_juror: seatOf(false),
  president: seatOf(true),
  partner: grantOf('organization-partner', 'my-organization'),
  helper: grantOf('event-helper', EVENT),
  organizer: grantOf('event-organizer', EVENT),
  neighbour: grantOf('event-organizer', 'event-estonia'),
  edition_admin: grantOf('edition-administrator', 'edition-2018'),
  owner: grantOf('competition-owner', 'competition-actinspace'),
}

const actorAs = (role: Role): Actor => proveActor({ ...NOBODY, personId: 'me', ...FACTS[role] })

const eventAt = (phase: Phase, facts: Partial<EventFacts> = {}): EventFacts => ({
  id: EVENT,
  ancestors: ['event-international'],
  edition: 'edition-2018',
  competition: 'competition-actinspace',
  phase,
  timeZone: 'Asia/Baku',
  registrationOpensAt: new Date('2018-05-01T00:00:00Z'),
  registrationClosesAt: new Date('2018-05-20T19:59:00Z'),
  submissionsDueAt: new Date('2018-05-26T07:00:00Z'),
  rosterLocksAt: new Date('2018-05-25T07:00:00Z'),
  ...facts,
})

/** What is mine in every way an object can be somebody's, and what is another's in the same ways. */
const MINE: AccessObject = {
  person: 'me',
  team: 'my-team',
  juror: 'my-seat',
  organization: 'my-organization',
}
const ANOTHERS: AccessObject = {
  person: 'somebody',
  team: 'their-team',
  juror: 'their-seat',
  organization: 'their-organization',
}

/** How a row of the policy is asked: which action, in which phases, and who may do it outside of them. */
interface Scenario {
  readonly action: Action
  readonly at: readonly Phase[]
  /** Facts of the object in every question of this row. */
  readonly about?: Partial<AccessObject>
  readonly mine?: AccessObject
  readonly anothers?: AccessObject
  /** The clock, when a deadline and not a phase makes the row's time. */
  readonly now?: Date
  /** Facts of the event. */
  readonly event?: Partial<EventFacts>
  /** Phases outside of the row's time, and whom they still let. */
  readonly outside?: { readonly at: readonly Phase[]; readonly let: readonly Role[] }
}

const since = (first: Phase) => PHASES.slice(PHASES.indexOf(first))
const until = (last: Phase) => PHASES.slice(0, PHASES.indexOf(last) + 1)
const all: readonly Phase[] = PHASES
const only = (...at: Phase[]) => ({
  at,
  outside: { at: all.filter((phase) => !at.includes(phase)), let: [] },
})
const JURY: readonly Phase[] = ['judging', 'deliberation']
const AFTER_JUDGING = since('deliberation')
const CLOSED = new Date('2018-05-21T06:00:00Z')
const DONE = { ownBallotsSubmitted: true }

const SCENARIOS: Record<string, Scenario> = {
  'PUB-01 see the public event page': {
    action: 'see-event',
    at: since('registration'),
    outside: { at: ['draft'], let: ['organizer', 'edition_admin', 'owner'] },
  },
  'PUB-02 see published results': { action: 'see-results', ...only('published', 'archived') },
  'PUB-03 see any rank or total or the promoted team': {
    action: 'see-ranking',
    at: ['judging', 'deliberation', 'sealed'],
    about: DONE,
  },
  'PUB-04 see scoring progress (counts only)': { action: 'see-progress', at: ['judging'] },
  'PUB-05 list teams (public fields)': {
    action: 'list-teams',
    at: since('registration'),
    outside: { at: ['draft'], let: ['organizer'] },
  },
  "PII-01 see a participant's e-mail or phone": { action: 'see-contact', at: all },
  'PII-02 search people': {
    action: 'search-people',
    at: all,
    mine: {},
    anothers: { event: { ...eventAt('registration'), id: 'event-latvia' } },
  },
  'PII-03 export own data': { action: 'export-own-data', at: all },
  'PII-04 erase own account': { action: 'erase-account', at: all },
  'PII-05 export participants': { action: 'export-participants', at: all },
  'REG-01 register oneself as a participant': { action: 'register-oneself', ...only('registration') },
  'REG-02 create a team': {
    action: 'create-team',
    at: ['registration'],
    outside: { at: since('in-progress'), let: ['organizer'] },
  },
  'REG-03 create a team': {
    action: 'create-team',
    at: ['registration'],
    now: CLOSED,
    outside: { at: since('in-progress'), let: ['organizer'] },
  },
  'REG-04 join a team with a valid invitation': {
    action: 'join-team',
    ...only('registration', 'in-progress'),
  },
  'REG-07 edit team or project': {
    action: 'edit-project',
    at: ['registration', 'in-progress'],
    outside: { at: since('judging'), let: ['organizer'] },
  },
  'REG-08 edit project': {
    action: 'edit-project',
    at: since('judging'),
    outside: { at: ['draft'], let: ['organizer'] },
  },
  'REG-09 remove a member or hand over captaincy': {
    action: 'manage-roster',
    at: ['registration', 'in-progress'],
    outside: { at: since('judging'), let: ['organizer'] },
  },
  'TEA-01 ask a team to join it': { action: 'ask-to-join', ...only('registration', 'in-progress') },
  'TEA-02 answer a request to join': {
    action: 'answer-join-request',
    ...only('registration', 'in-progress'),
  },
  'TEA-03 see the board of who looks for a team': { action: 'see-board', at: all },
  'TEA-04 put oneself on the board': { action: 'list-on-board', ...only('registration', 'in-progress') },
  'CHA-01 acknowledge the terms of a challenge and see its data': {
    action: 'see-challenge-data',
    ...only(...since('registration')),
  },
  'CHA-02 see who acknowledged the terms of a challenge': { action: 'see-acknowledgements', at: all },
  'REG-10 leave the team': { action: 'leave-team', ...only('registration', 'in-progress') },
  'REG-11 delete a team that has marks': { action: 'delete-team', at: since('judging') },
  'REG-12 upload or replace a deliverable': {
    action: 'submit',
    at: ['registration', 'in-progress'],
    outside: { at: since('judging'), let: ['organizer'] },
  },
  'REG-13 open a deliverable': { action: 'open-deliverable', at: until('sealed') },
  'REG-13 withdraw a team': {
    action: 'withdraw-team',
    at: until('deliberation'),
    outside: { at: since('sealed'), let: [] },
  },
  'REG-14 register or move a person after closing': {
    action: 'register-others',
    at: ['registration', 'in-progress', 'judging'],
    now: CLOSED,
    outside: { at: since('sealed'), let: [] },
  },
  'JUR-01 list entries to score': { action: 'list-entries-to-score', at: ['judging'] },
  'JUR-02 save and read own marks': { action: 'save-marks', ...only('judging') },
  "JUR-03 save a mark for an entry not one's own to score": {
    action: 'save-marks',
    at: ['judging'],
    mine: ANOTHERS,
  },
  'JUR-04 save or change a mark': { action: 'save-marks', at: AFTER_JUDGING },
  "JUR-05 read another juror's marks": { action: 'read-others-marks', at: ['judging'], about: DONE },
  'JUR-06 declare a conflict or recuse oneself': {
    action: 'declare-conflict',
    at: ['judging'],
    outside: { at: [...until('in-progress'), ...since('sealed')], let: [] },
  },
  'JUR-07 see who wrote a comment': { action: 'see-comment-author', ...only('published', 'archived') },
  'JUR-08 read the history of own marks': { action: 'read-own-marks', at: all },
  "JUR-09 record another's ballot absent": { action: 'record-absence', ...only(...JURY) },
  'JUR-10 record or lift a conflict for a juror': {
    action: 'record-conflict',
    ...only(...until('deliberation')),
  },
  "JUR-11 enter a juror's paper or handed-over marks": { action: 'enter-paper-marks', ...only('judging') },
  'ORG-01 change the rubric': { action: 'change-rubric', at: until('judging'), about: { marked: false } },
  'ORG-02 change the rubric': { action: 'change-rubric', at: since('judging'), about: { marked: true } },
  'ORG-03 seat or assign jurors': { action: 'seat-jurors', ...only(...until('judging')) },
  'ORG-04 close scoring': { action: 'close-scoring', ...only('judging') },
  'ORG-05 reopen scoring': { action: 'reopen-scoring', ...only('deliberation') },
  'ORG-06 record a jury decision or set a ballot aside': { action: 'decide', mine: {}, ...only(...JURY) },
  'ORG-07 seal the result': {
    action: 'seal-result',
    mine: { presidentless: true },
    anothers: { presidentless: false },
    ...only('deliberation'),
  },
  'ORG-08 publish': { action: 'publish-result', ...only('sealed') },
  'ORG-09 correct a published result': { action: 'correct-result', ...only('published', 'archived') },
  'ORG-10 nominate by the rule for the parent event': {
    action: 'nominate',
    ...only('published', 'archived'),
  },
  'ORG-11 accept into the parent event': { action: 'accept-promotion', at: ['published'] },
  'ORG-12 edit event settings': { action: 'edit-event', at: all },
  'ORG-13 write to participants': { action: 'write-to-participants', at: all },
  'ORG-14 import lists': { action: 'import-lists', ...only('registration') },
  'ORG-15 check people in': { action: 'check-in', at: ['registration', 'in-progress'] },
  'ORG-16 create or revoke a personal juror link': { action: 'manage-juror-links', at: all },
  'ORG-17 confirm or decline an offered place': { action: 'answer-offer', at: ['published'] },
  'ORG-18 run the stage and the reveal': { action: 'run-stage', ...only(...since('judging')) },
  'ORG-19 write and publish releases and claims of the event': { action: 'write-releases', at: all },
  'ORG-20 write challenges of the edition': { action: 'write-challenges', at: all },
  'ADM-01 create an event': { action: 'create-event', at: all },
  'ADM-02 grant organizer or helper': { action: 'grant-event-role', at: all },
  'ADM-03 grant edition administrator': { action: 'grant-edition-role', at: all },
  'ADM-04 read the audit chain of an event': { action: 'read-audit', at: all },
  'ADM-07 merge organizations': { action: 'merge-organizations', at: all },
  'ADM-09 propose a merge of organizations': { action: 'propose-merge', at: all },
  'ADM-08 create or clone or lock the rules of an edition': { action: 'create-edition', at: all },
  'RUL-01 see which rules an edition locks and who locked them': { action: 'see-lock-history', at: all },
  'ADM-10 copy what an event is made of': { action: 'copy-event', at: all },
  'PAR-01 see entries to the own challenge': {
    action: 'see-own-challenge-entries',
    ...only('published', 'archived'),
  },
}

/** Rows that are no question of who may, and where they are held instead. */
const ELSEWHERE: Record<string, string> = {
  "REG-05 join without / with an expired / revoked / other team's invitation":
    'server/teams/join-team.test.ts',
  'REG-06 join a full team or a second team of the event': 'db/constraints.test.ts',
  'REG-14 set a role or owner or event or status through extra fields': 'server/people/name-person.test.ts',
  'ADM-05 edit or delete an audit entry or a mark': 'server/audit.test.ts',
  'ADM-06 back up the whole system': 'domain/access/policy.test.ts',
  'SES-01 act with a session after log-out or role removal or disabling': 'server/session.test.ts',
  'SES-02 use a code or link or invitation a second time': 'server/sign-in/sign-in.test.ts',
}

/** A captain sits in a team of the event already: refused by that rule (REG-06), in a sentence of its own. */
const SECOND_TEAM = new Set([
  'REG-02 create a team',
  'REG-04 join a team with a valid invitation',
  'TEA-01 ask a team to join it',
  'TEA-04 put oneself on the board',
])

const [, ...lines] = readFileSync(`${import.meta.dirname}/policy.csv`, 'utf8')
  .trim()
  .split('\n')
const rows = lines.map((line) => {
  const [id = '', action = '', , ...cells] = line.split(',')
  return { id, name: `${id} ${action}`, cells: cells.slice(0, ROLES.length) as Cell[] }
})

/** Whether the actor of a role may, for an object that is theirs or somebody else's. */
function ask(role: Role, scenario: Scenario, object: AccessObject, phase: Phase): boolean {
  const place: AccessObject = {
    event: eventAt(phase, scenario.event),
    edition: 'edition-2018',
    competition: 'competition-actinspace',
    conflicted: role === 'conflicted_juror',
    ...scenario.about,
    ...object,
  }
  return can(actorAs(role), scenario.action, place, scenario.now ?? NOW) === null
}

const answers: Record<Cell, { mine: boolean; anothers: boolean }> = {
  allow: { mine: true, anothers: true },
  own: { mine: true, anothers: false },
  deny: { mine: false, anothers: false },
}

describe('each cell of the policy', () => {
  for (const { name, cells } of rows) {
    const scenario = SCENARIOS[name]
    if (!scenario) continue
    const { mine = MINE, anothers = ANOTHERS, at, outside } = scenario
    const asked = ROLES.filter((role) => !(role === 'captain' && SECOND_TEAM.has(name)))
    const agreed = Object.fromEntries(asked.map((role) => [role, cells[ROLES.indexOf(role)]]))

    test.each(at)(`${name} (%s)`, (phase) => {
      const found = Object.fromEntries(
        asked.map((role) => {
          const answer = {
            mine: ask(role, scenario, mine, phase),
            anothers: ask(role, scenario, anothers, phase),
          }
          const cell = (['allow', 'own', 'deny'] as const).find(
            (cell) => JSON.stringify(answers[cell]) === JSON.stringify(answer),
          )
          return [role, cell]
        }),
      )
      expect(found).toEqual(agreed)
    })

    if (outside && outside.at.length > 0)
      test.each(outside.at)(`${name}: not at %s`, (phase) => {
        const let_ = ROLES.filter((role) => ask(role, scenario, mine, phase))
        expect(let_).toEqual(outside.let)
      })
  }
})

test('every row is asked here or held elsewhere, by name', () => {
  const names = [...Object.keys(SCENARIOS), ...Object.keys(ELSEWHERE)]
  expect(new Set(names)).toEqual(new Set(rows.map(({ name }) => name)))
  expect(names).toHaveLength(rows.length)
})

test.each(Object.entries(ELSEWHERE))('%s is held in %s, where its subject is', (_row, file) => {
  const subject = file.replace('.test.ts', '.ts')
  expect(existsSync(file)).toBe(existsSync(subject) || existsSync(file))
})

test('every action names its rows, and every scenario’s row is among its action’s', () => {
  const ids = new Set(rows.map(({ id }) => id))
  expect(Object.values(POLICY).flatMap(({ policy }) => policy.filter((id) => !ids.has(id)))).toEqual([])
  const foreign = Object.entries(SCENARIOS).filter(
    ([name, { action }]) => !(POLICY[action].policy as readonly string[]).includes(name.slice(0, 6)),
  )
  expect(foreign).toEqual([])
})

describe('what the notes add', () => {
  const judging = { event: eventAt('judging') }

  test('a president reads others’ marks and the ranking after all own ballots, or once scoring is closed', () => {
    for (const action of ['see-ranking', 'read-others-marks'] as const) {
      const president = actorAs('president')
      expect(can(president, action, judging, NOW)?.code).toBe(`condition-${action}`)
      expect(can(president, action, { ...judging, ...DONE }, NOW)).toBeNull()
      expect(can(president, action, { event: eventAt('deliberation') }, NOW)).toBeNull()
      expect(can(actorAs('organizer'), action, judging, NOW)).toBeNull()
    }
  })

  test('a president in conflict does not decide; the next voting juror in order does', () => {
    const group = { ...judging, conflicted: true }
    expect(can(actorAs('president'), 'decide', group, NOW)?.code).toBe('not-allowed')
    expect(can(actorAs('juror'), 'decide', { ...judging, juror: 'my-seat' }, NOW)).toBeNull()
    expect(can(actorAs('juror'), 'decide', { ...judging, juror: 'their-seat' }, NOW)?.code).toBe(
      'not-allowed',
    )
  })

  test('an organizer of the parent event accepts, and adds events below it; nobody reaches sideways or up', () => {
    const above = proveActor({
      ...NOBODY,
      personId: 'me',
      ...grantOf('event-organizer', 'event-international'),
    })
    const published = { event: eventAt('published') }
    expect(can(above, 'accept-promotion', published, NOW)).toBeNull()
    expect(can(above, 'create-event', published, NOW)).toBeNull()
    expect(can(above, 'read-others-marks', judging, NOW)?.code).toBe('not-allowed')
    expect(can(above, 'see-contact', judging, NOW)?.code).toBe('not-allowed')
  })

  test('what is not yours answers like what is not there', () => {
    expect(can(actorAs('neighbour'), 'read-others-marks', judging, NOW)).toEqual(
      can(proveActor({ ...NOBODY, personId: 'me' }), 'read-others-marks', judging, NOW),
    )
    expect(can(actorAs('neighbour'), 'see-ranking', judging, NOW)?.code).toBe('not-found')
    expect(can(actorAs('anonymous'), 'see-ranking', judging, NOW)?.code).toBe('sign-in')
  })

  test('a juror registered before being seated neither registers, nor makes or joins a team', () => {
    const both = proveActor({ ...NOBODY, personId: 'me', ...seatOf(false), registrations: [EVENT] })
    for (const conflicted of [false, true])
      for (const action of ['register-oneself', 'create-team', 'join-team'] as const) {
        const object = { event: eventAt('registration'), conflicted }
        expect(can(both, action, object, NOW)?.code).toBe('not-allowed')
      }
  })

  test('nobody is granted a back-up over the web', () => {
    expect(Object.keys(POLICY).filter((action) => /back-?up|restore/.test(action))).toEqual([])
  })

  test('a rule is locked and lifted by who makes editions, and by nobody else', () => {
    const object = { event: eventAt('registration') }
    expect(ROLES.filter((role) => can(actorAs(role), 'lock-rules', object, NOW) === null)).toEqual(['owner'])
    expect(POLICY['lock-rules']).toEqual(POLICY['create-edition'])
  })

  test('a deadline refuses with its instant and zone', () => {
    const late = new Date('2018-05-26T07:00:00Z')
    const object = { ...MINE, event: eventAt('in-progress') }
    expect(can(actorAs('captain'), 'edit-project', object, late)).toEqual({
      refused: true,
      code: 'too-late',
      field: undefined,
      values: { activity: 'before-deadline', at: '2018-05-26T07:00:00.000Z', zone: 'Asia/Baku' },
    })
    expect(can(actorAs('organizer'), 'edit-project', object, late)).toBeNull()
  })
})
