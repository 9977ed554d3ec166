import { readFileSync } from 'node:fs'
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { db, transaction } from '@/db/client'
import { ballots } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { Actor, SignedIn } from '@/domain/access/actor'
import { isRefusal, refuse } from '@/domain/refusal'
import { readChain } from '../audit/verify-chain'
import { writeChallenge } from '../challenges/write-challenge'
import { createEdition } from '../editions/create-edition'
import { recordClaim } from '../editions/record-claim'
import { addPartnership } from '../events/add-partnership'
import { createEvent } from '../events/create-event'
import { visibleEvent } from '../events/queries'
import { askReopening } from '../judging/ask-reopening'
import { closeScoring } from '../judging/close-scoring'
import { declareConflict } from '../judging/declare-conflict'
import { ownSheet, scoringProgress } from '../judging/queries'
import { recordAbsence } from '../judging/record-absence'
import { recordConflict } from '../judging/record-conflict'
import { saveMarks } from '../judging/save-marks'
import { seatJuror } from '../judging/seat-juror'
import { setAsideBallot } from '../judging/set-aside-ballot'
import { setBallotStatus } from '../judging/set-ballot-status'
import { addAddress } from '../people/add-address'
import { acceptPromotion } from '../promotion/accept-promotion'
import { confirmOffer } from '../promotion/confirm-offer'
import { nominateWinner } from '../promotion/nominate-winner'
import { publishRelease } from '../publishing/publish-release'
import { publishResult } from '../publishing/publish-result'
import { publishedResult } from '../publishing/queries'
import { computeRanking } from '../ranking/compute-ranking'
import { correctResult } from '../ranking/correct-result'
import { sealResult } from '../ranking/seal-result'
import { registerStudent } from '../registration/register-student'
import { editProject } from '../submissions/edit-project'
import { createTeam } from '../teams/create-team'
import { deleteTeam } from '../teams/delete-team'
import { joinTeam } from '../teams/join-team'
import { leaveTeam } from '../teams/leave-team'
import { makeInvitation } from '../teams/make-invitation'
import { grantRole } from './grant-role'
import { makeRoles, type Stage, type World } from './testing'

testDatabase()

const FINAL = { edition: 'actinspace-2018', event: 'azerbaijan' }

/** One row of the policy asked through its use case. A use case that lands adds its line here. */
interface Line {
  readonly row: string
  readonly at: Stage
  readonly ask: (actor: SignedIn, world: World) => Promise<unknown>
  /** The roles whose own object this is; an `own` of the others is a no. */
  readonly own?: readonly string[]
  /** Roles a note of the row says more about, with what they are answered. */
  readonly notes?: Readonly<Record<string, string | undefined>>
}

const orNotFound = async (found: Promise<unknown>) => (await found) ?? refuse('not-found')

/** A use case that answers mark by mark: the refusal of the first, if it has one. */
const firstRejection = async (outcome: ReturnType<typeof saveMarks>) => {
  const saved = await outcome
  return isRefusal(saved) ? saved : (saved.rejected[0]?.refusal ?? saved)
}

const markFor = (entry: string, { rubric }: World) => ({
  id: uuidv7(),
  entry,
  criterion: rubric[1]?.id ?? '',
  value: 7,
  device: 'device',
  seq: 1,
  replaces: null,
  at: new Date('2018-05-26T10:00:00Z'),
})

const save = (actor: Actor, world: World, entry = world.winner) =>
  firstRejection(saveMarks(actor, { ...FINAL, marks: [markFor(entry, world)] }))

const aBallot = async ({ seats, second }: World) => {
  const cell = and(eq(ballots.jurorId, seats[3]?.id ?? ''), eq(ballots.entryId, second))
  const [found] = await (await db()).select({ id: ballots.id }).from(ballots).where(cell)
  return found?.id ?? ''
}

const RELEASE = { language: 'en', title: 'Baku has a winner', body: 'The jury has decided.' }

const challengeOf = (ownerId: string, { edition }: World) => ({
  editionId: edition.id,
  ownerId,
  code: 'C-1',
  title: 'Oil spills seen from space',
})

/** The participant who is in no team yet asks to be in one. */
const whoIsAlone = (actor: SignedIn, { participant, alone }: World) =>
  actor.personId === participant.id ? alone : actor

/** Who is somebody else in the house is, by the same link, registered first (REG-01) and then a participant. */
const REGISTERED_BY_IT = Object.fromEntries(
  ['partner', 'helper', 'organizer', 'neighbour', 'edition_admin', 'owner'].map((role) => [role, 'done']),
)

const LINES: readonly Line[] = [
  {
    row: 'REG-01',
    at: 'registration',
    ask: (actor, { event }) => registerStudent(actor, { event, institution: null }),
    // A visitor proves an address first and is somebody then.
    notes: { anonymous: 'sign-in' },
  },
  {
    row: 'REG-02',
    at: 'registration',
    ask: (actor, world) => createTeam(whoIsAlone(actor, world), { event: world.event, name: 'Xəzər Sat' }),
    notes: { captain: 'already-in-team', neighbour: 'register-first' },
  },
  {
    row: 'REG-03',
    at: 'judging',
    ask: (actor, world) => createTeam(whoIsAlone(actor, world), { event: world.event, name: 'Xəzər Sat' }),
    notes: { neighbour: 'register-first' },
  },
  {
    row: 'REG-04',
    at: 'registration',
    ask: async (actor, world) => {
      const captain = world.captains[1] ?? world.organizer
      const invited = await makeInvitation(captain, { team: world.field[1]?.team ?? '' })
      return isRefusal(invited) ? invited : joinTeam(whoIsAlone(actor, world), { code: invited.code })
    },
    notes: { captain: 'already-in-team', ...REGISTERED_BY_IT },
  },
  {
    row: 'REG-07',
    at: 'registration',
    ask: (actor, { winner }) => editProject(actor, { entry: winner, project: { title: 'Oil from above' } }),
    own: ['captain'],
  },
  {
    row: 'REG-08',
    at: 'judging',
    ask: (actor, { winner }) =>
      editProject(actor, { entry: winner, project: { title: 'Oil' }, reason: 'Sent by mail in time' }),
  },
  {
    row: 'REG-09',
    at: 'registration',
    ask: (actor, { own }) => makeInvitation(actor, { team: own.team }),
    own: ['captain'],
  },
  {
    row: 'REG-10',
    at: 'registration',
    ask: (actor, { own }) => leaveTeam(actor, { team: own.team }),
    own: ['participant'],
    notes: { captain: 'captain-leaves' },
  },
  { row: 'REG-11', at: 'all-cast', ask: (actor, { own }) => deleteTeam(actor, { team: own.team }) },

  {
    row: 'PUB-01',
    at: 'judging',
    ask: (actor) => orNotFound(visibleEvent(actor, FINAL.edition, FINAL.event)),
  },
  { row: 'PUB-02', at: 'published', ask: () => orNotFound(publishedResult(FINAL.edition, FINAL.event)) },
  {
    row: 'PUB-03',
    at: 'all-cast',
    ask: (actor, { event }) => computeRanking(actor, { event }),
  },
  {
    row: 'PUB-03',
    at: 'judging',
    ask: (actor, { event }) => computeRanking(actor, { event }),
    notes: { president: 'condition-see-ranking' },
  },
  {
    row: 'PUB-04',
    at: 'judging',
    ask: (actor, { event }) => scoringProgress(actor, { event }),
    own: [],
  },
  {
    row: 'REG-14',
    at: 'judging',
    ask: (actor, { event, participant }) =>
      addAddress(actor, { event, person: participant.id, email: 'second@people.example' }),
  },
  {
    row: 'JUR-01',
    at: 'judging',
    ask: (actor) => ownSheet(actor, FINAL),
    own: ['juror', 'conflicted_juror', 'president'],
    // The organizer lists the entries on the desk; the sheet is a juror's.
    notes: { organizer: 'not-allowed' },
  },
  { row: 'JUR-02', at: 'judging', ask: save, own: ['juror', 'president'] },
  { row: 'JUR-04', at: 'deliberation', ask: save },
  {
    row: 'JUR-06',
    at: 'judging',
    ask: (actor, { second }) =>
      declareConflict(actor, { ...FINAL, entry: second, reason: 'A former student' }),
    own: ['juror', 'conflicted_juror', 'president'],
  },
  {
    row: 'JUR-06',
    at: 'judging',
    ask: (actor, { second }) =>
      setBallotStatus(actor, { ...FINAL, entry: second, status: 'recused', reason: 'A former student' }),
    own: ['juror', 'conflicted_juror', 'president'],
  },
  {
    row: 'JUR-08',
    at: 'published',
    ask: (actor) => ownSheet(actor, FINAL),
    own: ['juror', 'conflicted_juror', 'president'],
  },
  {
    row: 'JUR-09',
    at: 'judging',
    ask: (actor, { seats, second }) =>
      recordAbsence(actor, { juror: seats[1]?.id ?? '', entry: second, reason: 'Called away' }),
  },
  {
    row: 'JUR-10',
    at: 'judging',
    ask: (actor, { seats, second }) =>
      recordConflict(actor, { juror: seats[1]?.id ?? '', entry: second, reason: 'Coached the team' }),
  },
  {
    row: 'ORG-03',
    at: 'judging',
    ask: (actor, { event }) => seatJuror(actor, { event, office: 'Rector of a university', voting: false }),
  },
  { row: 'ORG-04', at: 'all-cast', ask: (actor, { event }) => closeScoring(actor, { event }) },
  {
    row: 'ORG-05',
    at: 'deliberation',
    ask: (actor, { event }) => askReopening(actor, { event, reason: 'A ballot was lost' }),
  },
  {
    row: 'ORG-06',
    at: 'deliberation',
    ask: async (actor, world) =>
      setAsideBallot(actor, { ballot: await aBallot(world), reason: 'Came after a hint' }),
  },
  { row: 'ORG-07', at: 'deliberation', ask: (actor, { event }) => sealResult(actor, { event }), own: [] },
  {
    row: 'ORG-08',
    at: 'sealed',
    ask: (actor, { event }) => publishResult(actor, { event, openness: 'ranks' }),
  },
  {
    row: 'ORG-09',
    at: 'published',
    ask: async (actor, world) => {
      const setAside = { ballot: await aBallot(world), reason: 'Came after a hint' }
      return correctResult(actor, { event: world.event, note: 'A ballot does not count', setAside })
    },
    notes: { organizer: 'president-signs' },
  },
  { row: 'ORG-10', at: 'published', ask: (actor, { event }) => nominateWinner(actor, { event }) },
  { row: 'ORG-11', at: 'confirmed', ask: (actor, { promotion }) => acceptPromotion(actor, { promotion }) },
  {
    row: 'ORG-12',
    at: 'judging',
    ask: (actor, { event, organization }) =>
      addPartnership(actor, { event, organization: organization.id, role: 'supporter' }),
  },
  {
    row: 'ORG-17',
    at: 'offered',
    ask: (actor, { promotion }) => confirmOffer(actor, { promotion }),
    own: ['captain'],
  },
  {
    row: 'ORG-19',
    at: 'judging',
    ask: (actor, { edition, event }) =>
      recordClaim(actor, {
        editionId: edition.id,
        eventId: event,
        metric: 'students',
        qualifier: 'exactly',
        value: 105,
        source: 'press release',
      }),
  },
  {
    row: 'ORG-19',
    at: 'judging',
    ask: (actor, { event }) => publishRelease(actor, { event, slug: 'winner', texts: [RELEASE], quotes: [] }),
  },
  {
    row: 'ORG-20',
    at: 'judging',
    ask: (actor, world) => writeChallenge(actor, challengeOf(world.organization.id, world)),
    own: ['partner'],
  },
  {
    row: 'ADM-01',
    at: 'judging',
    ask: (actor, { edition, international }) =>
      createEvent(actor, {
        editionId: edition.id,
        parentId: international.id,
        slug: 'latvia',
        name: 'Latvia',
        level: 'national',
        country: 'LV',
        city: 'Riga',
        timeZone: 'Europe/Riga',
        latitude: 56.9,
        longitude: 24.1,
        startsAt: new Date('2018-05-25T06:00:00Z'),
        endsAt: new Date('2018-05-26T15:00:00Z'),
      }),
  },
  {
    row: 'ADM-02',
    at: 'judging',
    ask: (actor, { event, participant }) =>
      grantRole(actor, { person: participant.id, role: 'event-helper', node: event }),
  },
  {
    row: 'ADM-03',
    at: 'judging',
    ask: (actor, { edition, participant }) =>
      grantRole(actor, { person: participant.id, role: 'edition-administrator', node: edition.id }),
  },
  { row: 'ADM-04', at: 'judging', ask: (actor) => readChain(actor, FINAL) },
  {
    row: 'ADM-08',
    at: 'judging',
    ask: (actor, { competition }) =>
      createEdition(actor, {
        competitionId: competition.id,
        slug: 'actinspace-2020',
        ordinal: 4,
        year: 2020,
        scope: 'the world',
      }),
  },
]

const [head = '', ...rows] = readFileSync('domain/access/policy.csv', 'utf8').trim().split('\n')
const ROLES = head.split(',').slice(3, -1)
// REG-14 names two rows; the last is the one about registering others.
const POLICY = new Map(
  rows.map((row) => row.split(',')).map(([id = '', , , ...cells]) => [id, cells.slice(0, ROLES.length)]),
)

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
