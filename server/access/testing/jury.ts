import 'server-only'
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { db } from '@/db/client'
import { ballots } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { handOver } from '@/domain/judging/handed-marks'
import { isRefusal } from '@/domain/refusal'
import { declareConflict } from '../../judging/declare-conflict'
import { ownHistory, ownSheet } from '../../judging/queries'
import { readPaper } from '../../judging/read-paper'
import { recordAbsence } from '../../judging/record-absence'
import { recordConflict } from '../../judging/record-conflict'
import { reviewSheet } from '../../judging/review-sheet'
import { saveMarks } from '../../judging/save-marks'
import { setBallotStatus } from '../../judging/set-ballot-status'
import { signSheet } from '../../judging/sign-sheet'
import { takeHandedMarks } from '../../judging/take-handed-marks'
import { makeEntry } from '../../judging/testing'
import { sealedPackage } from '../../publishing/sealed-package'
import { calibrateJury } from '../../ranking/calibrate-jury'
import { computeRanking } from '../../ranking/compute-ranking'
import { FINAL, type Line } from './line'
import type { World } from './roles'

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

const handedMark = (world: World) => ({
  ...markFor(world.second, world),
  kind: 'mark' as const,
  at: '2018-05-26T10:00:00Z',
})

const save = (actor: Actor, world: World, entry = world.winner) =>
  firstRejection(saveMarks(actor, { ...FINAL, marks: [markFor(entry, world)] }))

/** Whoever is not of the jury desk. */
const LEARNS_NOTHING = Object.fromEntries(
  ['anonymous', 'participant', 'captain', 'juror', 'conflicted_juror', 'partner', 'helper', 'neighbour']
    .concat('edition_admin', 'owner')
    .map((role) => [role, 'not-found']),
)

/** A submitted ballot of the fourth seat for the second team. */
export const aBallot = async ({ seats, second }: World) => {
  const cell = and(eq(ballots.jurorId, seats[3]?.id ?? ''), eq(ballots.entryId, second))
  const [found] = await (await db()).select({ id: ballots.id }).from(ballots).where(cell)
  return found?.id ?? ''
}

export const JURY: readonly Line[] = [
  {
    row: 'JUR-01 list entries to score',
    at: 'judging',
    ask: (actor) => ownSheet(actor, FINAL),
    own: ['juror', 'conflicted_juror', 'president'],
    // The organizer lists the entries on the desk; the sheet is a juror's.
    notes: { organizer: 'not-allowed' },
  },
  { row: 'JUR-02 save and read own marks', at: 'judging', ask: save, own: ['juror', 'president'] },
  { row: 'JUR-04 save or change a mark', at: 'deliberation', ask: save },
  {
    row: 'JUR-06 declare a conflict or recuse oneself',
    at: 'judging',
    ask: (actor, { second }) =>
      declareConflict(actor, { ...FINAL, entry: second, reason: 'A former student' }),
    own: ['juror', 'conflicted_juror', 'president'],
  },
  {
    row: 'JUR-06 declare a conflict or recuse oneself',
    at: 'judging',
    ask: (actor, { second }) =>
      setBallotStatus(actor, { ...FINAL, entry: second, status: 'recused', reason: 'A former student' }),
    own: ['juror', 'conflicted_juror', 'president'],
  },
  {
    row: "JUR-09 record another's ballot absent",
    at: 'judging',
    ask: (actor, { seats, second }) =>
      recordAbsence(actor, { juror: seats[1]?.id ?? '', entry: second, reason: 'Called away' }),
  },
  {
    row: 'JUR-10 record or lift a conflict for a juror',
    at: 'judging',
    ask: (actor, { seats, second }) =>
      recordConflict(actor, { juror: seats[1]?.id ?? '', entry: second, reason: 'Coached the team' }),
  },
  {
    row: "JUR-11 enter a juror's paper or handed-over marks",
    at: 'judging',
    ask: (actor, world) =>
      takeHandedMarks(actor, {
        event: world.event,
        text: handOver(world.seats[1]?.id ?? '', [handedMark(world)]).join('\n'),
      }),
  },
  {
    row: "JUR-11 enter a juror's paper or handed-over marks",
    at: 'judging',
    ask: (actor, { event, seats, second, rubric }) =>
      readPaper(actor, {
        event,
        juror: seats[1]?.id ?? '',
        entry: second,
        reading: 1,
        values: Object.fromEntries(rubric.map(({ id }) => [id, '1'])),
      }),
  },
  {
    row: "JUR-03 save a mark for an entry not one's own to score",
    at: 'judging',
    ask: async (actor, world) =>
      save(actor, world, (await makeEntry(world.elsewhere.id, 'estonian', null)).entry),
  },
  // A sealed package holds them all, and who may not have it does not learn that there is one.
  {
    row: "JUR-05 read another juror's marks",
    at: 'sealed',
    ask: (actor) => sealedPackage(actor, FINAL.edition, FINAL.event),
    notes: LEARNS_NOTHING,
  },
  // Nor that there is anything to see in how each juror gave.
  {
    row: "JUR-05 read another juror's marks",
    at: 'all-cast',
    ask: (actor, { event }) => calibrateJury(actor, { event }),
    notes: LEARNS_NOTHING,
  },
  // The look at the ranking is what shows each juror's marks.
  {
    row: "JUR-05 read another juror's marks",
    at: 'all-cast',
    ask: (actor, { event }) => computeRanking(actor, { event }),
  },
  {
    row: "JUR-05 read another juror's marks",
    at: 'judging',
    ask: (actor, { event }) => computeRanking(actor, { event }),
    notes: { president: 'condition-see-ranking' },
  },
  {
    row: 'JUR-08 read the history of own marks',
    at: 'all-cast',
    ask: async (actor) => {
      const review = await reviewSheet(actor, FINAL)
      if (isRefusal(review)) return review
      const { fingerprint, sheet } = review
      return signSheet(actor, { ...FINAL, fingerprint, office: sheet.seat.office })
    },
    own: ['juror', 'conflicted_juror', 'president'],
  },
  {
    row: 'JUR-08 read the history of own marks',
    at: 'published',
    ask: (actor) => ownHistory(actor, FINAL),
    own: ['juror', 'conflicted_juror', 'president'],
  },
]
