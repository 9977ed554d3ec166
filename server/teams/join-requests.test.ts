import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { auditEntries, outbox, personEmails } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { SignedIn } from '@/domain/access/actor'
import { isRefusal } from '@/domain/refusal'
import { findEventById } from '../events/find-event'
import { movePerson } from '../registration/move-person'
import { registerStudent } from '../registration/register-student'
import { DURING_REGISTRATION, done, makeStudent } from '../registration/testing'
import { withdrawRegistration } from '../registration/withdraw-registration'
import { renderMail } from '../render-mail'
import { nobody } from '../session'
import { answerJoinRequest } from './answer-join-request'
import { askToJoin } from './ask-to-join'
import { boardOf, requestsOf, teamsToAsk } from './board-queries'
import { createTeam } from './create-team'
import { inviteFromBoard } from './invite-from-board'
import { joinTeam } from './join-team'
import { listOnBoard } from './list-on-board'
import { takeBackRequest } from './take-back-request'
import { takeOffBoard } from './take-off-board'
import { addTeam, again, codeOf, makeTeam, membersOf } from './testing'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

const mailTo = async ({ personId }: SignedIn, email: string) =>
  void (await (await db()).update(personEmails).set({ email }).where(eq(personEmails.personId, personId)))

/** The mails that wait, each of which can be put into words. */
const mails = async () => {
  const rows = await (await db()).select().from(outbox)
  for (const row of rows) expect(renderMail(row).text).toContain('Xəzər Sat')
  return rows.map(({ template, toAddress }) => [template, toAddress]).sort()
}

const openAt = async (captain: SignedIn, event: string, team: string) => {
  const found = await findEventById(event)
  return (await requestsOf(captain, found?.facts, team)).map(({ givenName, message }) => [givenName, message])
}

describe('a question to a team', () => {
  test('reaches its captain, who says yes: a seat, and a mail each way', async () => {
    const { event, team, captain } = await makeTeam()
    const student = await makeStudent(event, 'Aysel')
    await mailTo(captain, 'captain@people.example')
    await mailTo(student, 'aysel@people.example')
    const { request } = await done(askToJoin(student, { team, message: ' I know\nradar. ' }))
    expect(await openAt(captain, event, team)).toEqual([['Aysel', 'I know radar.']])
    expect(await openAt(student, event, team)).toEqual([])
    expect(await answerJoinRequest(captain, { request, accept: true })).toEqual({ request, accepted: true })
    expect((await membersOf(team)).map(({ personId }) => personId)).toContain(student.personId)
    expect(await mails()).toEqual([
      ['join-accepted', 'aysel@people.example'],
      ['join-asked', 'captain@people.example'],
    ])
    expect(codeOf(await answerJoinRequest(captain, { request, accept: false }))).toBe('request-answered')
  })

  test('is open once a team, and not put again to a captain who said no', async () => {
    const { event, team, captain } = await makeTeam()
    const student = await makeStudent(event, 'Aysel')
    const asked = await Promise.all(Array.from({ length: 5 }, () => askToJoin(student, { team })))
    expect(asked.map(codeOf).sort()).toEqual([...Array(4).fill('asked-already'), 'done'])
    const [open] = asked.filter((outcome) => !isRefusal(outcome)) as { request: string }[]
    await done(takeBackRequest(student, { request: open?.request ?? '' }))
    const { request } = await done(askToJoin(student, { team }))
    await done(answerJoinRequest(captain, { request, accept: false }))
    expect(codeOf(await askToJoin(student, { team }))).toBe('ask-declined')
    expect((await mails()).map(([template]) => template)).toEqual(
      ['join-asked', 'join-asked', 'join-declined'].sort(),
    )
  })

  test('is answered by the captain of that team alone, and taken back by who asked', async () => {
    const { event, team, captain, organizer, neighbour } = await makeTeam()
    const other = await addTeam(event, 'Orbit')
    const student = await makeStudent(event, 'Aysel')
    const { request } = await done(askToJoin(student, { team }))
    for (const actor of [student, other.captain, organizer, neighbour, nobody()])
      expect(isRefusal(await answerJoinRequest(actor, { request, accept: true }))).toBe(true)
    expect(codeOf(await takeBackRequest(captain, { request }))).toBe('not-found')
    expect(await membersOf(team)).toHaveLength(1)
  })

  test('twenty yeses for one seat: one sits, the others stay asked', async () => {
    const { event, team, captain } = await makeTeam({ teamMax: 2 })
    const students = await Promise.all(
      Array.from({ length: 20 }, (_, index) => makeStudent(event, `S${index}`)),
    )
    const asked = await Promise.all(students.map((student) => done(askToJoin(student, { team }))))
    const outcomes = await Promise.all(
      asked.map(({ request }) => answerJoinRequest(captain, { request, accept: true })),
    )
    expect(outcomes.map(codeOf).sort()).toEqual(['done', ...Array(19).fill('team-full')])
    expect(await openAt(captain, event, team)).toHaveLength(19)
  })

  test('five captains say yes to one person at once: one seat', async () => {
    const made = await makeTeam()
    const others = await Promise.all([1, 2, 3, 4].map((n) => addTeam(made.event, `Team ${n}`)))
    const all = [made, ...others]
    const student = await makeStudent(made.event, 'Eager')
    const asked = await Promise.all(all.map(({ team }) => done(askToJoin(student, { team }))))
    const outcomes = await Promise.all(
      all.map(({ captain }, index) =>
        answerJoinRequest(captain, { request: asked[index]?.request ?? '', accept: true }),
      ),
    )
    expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1)
    expect(new Set(outcomes.map(codeOf))).toEqual(new Set(['done', 'request-answered']))
    expect((await again(student)).memberships).toHaveLength(1)
  })

  test('says for each reason why not', async () => {
    const { event, team, captain, stranger } = await makeTeam({ teamMax: 2, capacity: 4 })
    const student = await makeStudent(event, 'Aysel')
    expect(codeOf(await askToJoin(stranger, { team }))).toBe('not-found')
    expect(codeOf(await askToJoin(captain, { team }))).toBe('already-in-team')
    expect(codeOf(await askToJoin(student, { team, message: 'x'.repeat(301) }))).toBe('message-long')
    const { code } = await addTeam(event, 'Orbit')
    await done(joinTeam(await makeStudent(event, 'Murad'), { code }))
    expect(codeOf(await askToJoin(await makeStudent(event, 'Waits'), { team }))).toBe('waitlisted')
    const found = await teamsToAsk(student, event)
    expect(!isRefusal(found) && found.map(({ name, taken }) => [name, taken])).toEqual([['Xəzər Sat', 1]])
    vi.setSystemTime(new Date('2018-05-25T08:00:00Z'))
    expect(codeOf(await askToJoin(student, { team }))).toBe('too-late')
  })
})

describe('the board', () => {
  const card = { skills: 'GIS, Python', languages: 'az, en', agrees: true }
  const shown = async (actor: Parameters<typeof boardOf>[0], event: string) => {
    const board = await boardOf(actor, event)
    return isRefusal(board) ? board.code : board.map(({ givenName }) => givenName)
  }

  test('shows by consent, to the event’s own people only', async () => {
    const { event, captain, organizer, neighbour, stranger } = await makeTeam()
    const student = await makeStudent(event, 'Aysel')
    expect(codeOf(await listOnBoard(student, { event, ...card, agrees: false }))).toBe('board-consent')
    expect(await shown(captain, event)).toEqual([])
    await done(listOnBoard(student, { event, ...card }))
    expect(await boardOf(captain, event)).toMatchObject([
      { givenName: 'Aysel', skills: ['GIS', 'Python'], languages: ['az', 'en'], self: false },
    ])
    expect(await shown(organizer, event)).toEqual(['Aysel'])
    for (const actor of [neighbour, stranger]) expect(await shown(actor, event)).toBe('not-found')
    expect(await shown(nobody(), event)).toBe('sign-in')
    await done(takeOffBoard(student, { event }))
    expect(await shown(captain, event)).toEqual([])
  })

  test.each([
    ['joining', async (student: SignedIn, { code }: { code: string }) => joinTeam(student, { code })],
    [
      'making a team',
      async (student: SignedIn, { event }: { event: string }) => createTeam(student, { event, name: 'Solo' }),
    ],
    [
      'being moved',
      async (
        student: SignedIn,
        { event, team, organizer }: { event: string; team: string; organizer: SignedIn },
      ) => movePerson(organizer, { event, person: student.personId, team }),
    ],
  ])('is left at once by %s, and the open questions with it', async (_how, take) => {
    const made = await makeTeam()
    const { event, captain } = made
    const other = await addTeam(event, 'Orbit')
    const student = await makeStudent(event, 'Aysel')
    await done(listOnBoard(student, { event, ...card }))
    const { request } = await done(askToJoin(student, { team: other.team }))
    await done(take(student, made as never))
    expect(await shown(captain, event)).toEqual([])
    expect(await openAt(other.captain, event, other.team)).toEqual([])
    expect(codeOf(await answerJoinRequest(other.captain, { request, accept: true }))).toBe('request-answered')
    expect(codeOf(await listOnBoard(await again(student), { event, ...card }))).toBe('already-in-team')
  })

  test('lets a captain send one an invitation, by one mail that shows no address', async () => {
    const { event, team, captain } = await makeTeam()
    const student = await makeStudent(event, 'Aysel')
    await mailTo(student, 'aysel@people.example')
    const { registration } = await done(listOnBoard(student, { event, ...card }))
    expect(isRefusal(await inviteFromBoard(student, { team, registration }))).toBe(true)
    for (const _twice of [1, 2])
      expect(await inviteFromBoard(captain, { team, registration })).toEqual({ registration })
    const sent = await (await db()).select().from(outbox)
    expect(sent.map(({ eventId }) => eventId)).toEqual([event])
    const trail = await (await db()).select().from(auditEntries)
    expect(trail.filter(({ action }) => action === 'invite-from-board')).toMatchObject([
      { objectId: team, actorId: captain.personId, details: { registration } },
    ])
    expect(await mails()).toEqual([['team-invites', 'aysel@people.example']])
    await done(joinTeam(student, { code: String(sent[0]?.values.link) }))
    expect(codeOf(await inviteFromBoard(captain, { team, registration }))).toBe('board-left')
  })

  test('is left by who withdraws, and not come back to by registering again', async () => {
    const { event, team, captain } = await makeTeam()
    const student = await makeStudent(event, 'Aysel')
    await done(listOnBoard(student, { event, ...card }))
    await done(askToJoin(student, { team }))
    await done(withdrawRegistration(student, { event }))
    expect(await shown(captain, event)).toEqual([])
    await done(registerStudent(await again(student), { event }))
    expect(await shown(captain, event)).toEqual([])
    expect(await openAt(captain, event, team)).toEqual([])
  })
})
