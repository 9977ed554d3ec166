import 'server-only'
import { uuidv7 } from 'uuidv7'
import { db } from '@/db/client'
import { makePerson, makeRubric, putAtPhase } from '@/db/factories'
import { assignments, ballots, currentMarks, entries, jurors, marks, teamMembers, teams } from '@/db/schema'
import type { BallotState } from '@/domain/judging/states'
import { actorOf } from '../session'
import { makeEdition } from '../testing'

const AT = new Date('2018-05-26T10:00:00Z')

/**
 * The Azerbaijan final with a jury (of three by default; the first presides), the rubric of 2018, `names.length` teams with a
 * captain each and a complete panel, standing at judging.
 */
export async function makeJury(names: readonly string[] = ['Ulduz', 'SkyWell', 'AgroSAR'], size = 3) {
  const made = await makeEdition()
  const eventId = made.national.id
  await putAtPhase(eventId, 'registration', 'in-progress', 'judging')
  const rubric = await makeRubric(eventId)
  const seats = await inTurn([...Array(size).keys()], (index) => makeSeat(eventId, index + 1))
  const field = await inTurn(names, (name) => makeEntry(eventId, name, names.indexOf(name) + 1))
  const cells = seats.flatMap((seat) =>
    field.map(({ entry }) => ({ jurorId: seat.id, entryId: entry, assignedAt: AT })),
  )
  await (await db()).insert(assignments).values(cells)
  const actors = await inTurn(seats, ({ personId }) => actorOf(personId))
  const captains = await inTurn(field, ({ captain }) => actorOf(captain))
  return { ...made, rubric, seats, actors, entries: field.map(({ entry }) => entry), captains, field }
}

/** Casts a ballot: the gate's answer, then a value per weighted criterion. */
export async function castBallot(
  rubric: readonly { id: string; kind: string; scaleMin: number; scaleMax: number }[],
  jurorId: string,
  entryId: string,
  values: readonly number[],
  status: BallotState = 'submitted',
): Promise<string> {
  const database = await db()
  const [ballot] = await database
    .insert(ballots)
    .values({ jurorId, entryId, status, reason: status === 'absent' ? 'Left early' : null, changedAt: AT })
    .returning({ id: ballots.id })
  if (!ballot) throw new Error('not written')
  for (const [index, { id: criterionId, scaleMin, scaleMax }] of rubric.entries()) {
    const value = values[index]
    if (value === undefined) continue
    const id = uuidv7()
    const mark = { id, jurorId, entryId, criterionId, value, scaleMin, scaleMax }
    await database.insert(marks).values({ ...mark, device: 'test', seq: index, madeAt: AT, receivedAt: AT })
    await database.insert(currentMarks).values({ jurorId, entryId, criterionId, markId: id })
  }
  return ballot.id
}

/** Every juror's ballot for every entry; `levels[entry]` is the value on each weighted criterion. */
export async function castAll(jury: Awaited<ReturnType<typeof makeJury>>, levels: readonly number[]) {
  for (const { id } of jury.seats) {
    for (const [index, entry] of jury.entries.entries()) {
      const level = levels[index] ?? 5
      await castBallot(jury.rubric, id, entry, [1, level, level, level, level])
    }
  }
}

/** Four jurors who do not agree who of the first three is best, and agree that the last two are not. */
const TOO_CLOSE = [
  [8, 7, 8, 2, 1],
  [7, 8.5, 7.5, 3, 2],
  [8.5, 8, 7, 2, 2.5],
  [7.5, 7.5, 8, 2.5, 1],
]

/** A final of five teams and four jurors, all its ballots in, the first three teams too close to call. */
export async function makeCloseFinal() {
  const jury = await makeJury(['Ulduz', 'SkyWell', 'AgroSAR', 'Qala', 'Xəzər'], 4)
  const cells = jury.seats.flatMap(({ id }, seat) =>
    jury.entries.map((entry, at) => ({ juror: id, entry, level: TOO_CLOSE[seat]?.[at] ?? 0 })),
  )
  const cast = await inTurn(cells, ({ juror, entry, level }) =>
    castBallot(jury.rubric, juror, entry, [1, level, level, level, level]),
  )
  return { ...jury, ballots: cast }
}

async function makeSeat(eventId: string, position: number) {
  const person = await makePerson(`Juror ${position}`)
  const [seat] = await (await db())
    .insert(jurors)
    .values({
      eventId,
      personId: person.id,
      office: `Office ${position}`,
      position,
      president: position === 1,
      seatedAt: AT,
    })
    .returning()
  if (!seat) throw new Error('not written')
  return { ...seat, personId: person.id }
}

async function makeEntry(eventId: string, name: string, pitchOrder: number) {
  const database = await db()
  const slug = name.toLowerCase().replaceAll(/[^a-z]+/g, '-')
  const [team] = await database
    .insert(teams)
    .values({ eventId, slug, name, nameKey: slug, seats: 5, createdAt: AT })
    .returning()
  if (!team) throw new Error('not written')
  const captain = await makePerson(`Captain of ${name}`)
  await database.insert(teamMembers).values({
    teamId: team.id,
    eventId,
    personId: captain.id,
    role: 'captain',
    seat: 1,
    seats: 5,
    joinedAt: AT,
  })
  const [entry] = await database
    .insert(entries)
    .values({ teamId: team.id, eventId, pitchOrder, enteredAt: AT })
    .returning()
  if (!entry) throw new Error('not written')
  return { entry: entry.id, team: team.id, captain: captain.id }
}

async function inTurn<T, R>(items: readonly T[], make: (item: T) => Promise<R>): Promise<R[]> {
  const made: R[] = []
  for (const item of items) made.push(await make(item))
  return made
}
