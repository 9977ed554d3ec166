import { and, asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { makePerson } from '@/db/factories'
import { events, outbox, registrations } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { SignedIn } from '@/domain/access/actor'
import { editEvent } from '../events/edit-event'
import { renderMail } from '../render-mail'
import { actorOf } from '../session'
import { createTeam } from '../teams/create-team'
import { movePerson } from './move-person'
import { placeInLine } from './queries'
import { registerStudent } from './register-student'
import { DURING_REGISTRATION, done, makeOpenEvent } from './testing'
import { withdrawRegistration } from './withdraw-registration'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

/** An event with so many places, and as many people as named who registered for it one after the other. */
async function makeLine(capacity: number, names: readonly string[]) {
  const made = await makeOpenEvent({ capacity })
  const people: SignedIn[] = []
  for (const name of names) {
    const { id } = await makePerson(name, '', `${name.toLowerCase()}@people.example`)
    await done(registerStudent(await actorOf(id), { event: made.event }))
    people.push(await actorOf(id))
    vi.advanceTimersByTime(1000)
  }
  return { ...made, people }
}

const statesOf = async (event: string) =>
  (
    await (
      await db()
    )
      .select({ state: registrations.state })
      .from(registrations)
      .where(eq(registrations.eventId, event))
      .orderBy(asc(registrations.registeredAt))
  ).map(({ state }) => state)

const told = async () =>
  (await (await db()).select().from(outbox).where(eq(outbox.template, 'place-free')))
    .map((mail) => {
      expect(renderMail(mail).subject).toBe('You have a place: Azerbaijan national final')
      expect(mail.eventId).not.toBeNull()
      return mail.toAddress
    })
    .sort()

async function setCapacity(
  { event, organizer }: Awaited<ReturnType<typeof makeLine>>,
  capacity: number | null,
) {
  const [row] = await (await db()).select().from(events).where(eq(events.id, event))
  if (!row) throw new Error('no event')
  return editEvent(organizer, { ...row, event, capacity })
}

test('who comes when the places are taken reads their place in line', async () => {
  const { event, people } = await makeLine(1, ['Aysel', 'Murad', 'Nigar'])
  expect(await Promise.all(people.map((actor) => placeInLine(actor, event)))).toEqual([
    null,
    { place: 1, waiting: 2 },
    { place: 2, waiting: 2 },
  ])
})

test('a withdrawal lets in who has waited longest, and the mail is part of it', async () => {
  const { event, people } = await makeLine(1, ['Aysel', 'Murad', 'Nigar'])
  const [first, , third] = people as [SignedIn, SignedIn, SignedIn]
  await done(withdrawRegistration(first, { event }))
  expect(await statesOf(event)).toEqual(['withdrawn', 'registered', 'waitlisted'])
  expect(await told()).toEqual(['murad@people.example'])
  expect(await placeInLine(third, event)).toEqual({ place: 1, waiting: 1 })
})

test('who leaves the line frees no place', async () => {
  const { event, people } = await makeLine(1, ['Aysel', 'Murad', 'Nigar'])
  expect(await done(withdrawRegistration(people[1] as SignedIn, { event }))).toMatchObject({ admitted: [] })
  expect(await statesOf(event)).toEqual(['registered', 'withdrawn', 'waitlisted'])
})

describe('the capacity', () => {
  test.each([
    [2, ['registered', 'registered', 'waitlisted', 'waitlisted'], ['murad@people.example']],
    [null, ['registered', 'registered', 'registered', 'registered'], null],
    [1, ['registered', 'waitlisted', 'waitlisted', 'waitlisted'], []],
  ])('set to %s', async (capacity, states, mails) => {
    const line = await makeLine(1, ['Aysel', 'Murad', 'Nigar', 'Rauf'])
    await done(setCapacity(line, capacity))
    expect(await statesOf(line.event)).toEqual(states)
    if (mails) expect(await told()).toEqual(mails)
    else expect(await told()).toHaveLength(3)
  })

  test('lowered takes nobody’s place away, and gives none out until it fits again', async () => {
    const line = await makeLine(2, ['Aysel', 'Murad', 'Nigar'])
    await done(setCapacity(line, 1))
    expect(await done(withdrawRegistration(line.people[0] as SignedIn, { event: line.event }))).toMatchObject(
      {
        admitted: [],
      },
    )
    expect(await statesOf(line.event)).toEqual(['withdrawn', 'registered', 'waitlisted'])
  })
})

test('registering, withdrawing and raising at once leaves no place empty and none given twice', async () => {
  const line = await makeLine(3, ['A', 'B', 'C', 'D', 'E', 'F'])
  const { event, people } = line
  const late = await Promise.all(['G', 'H', 'I'].map((name) => makePerson(name)))
  const comers = await Promise.all(late.map(({ id }) => actorOf(id)))
  await Promise.all([
    ...people.slice(0, 2).map((actor) => withdrawRegistration(actor, { event })),
    ...comers.map((actor) => registerStudent(actor, { event })),
    setCapacity(line, 5),
    withdrawRegistration(people[4] as SignedIn, { event }),
  ])
  const count = async (state: 'registered' | 'waitlisted' | 'withdrawn') =>
    (
      await (
        await db()
      )
        .select()
        .from(registrations)
        .where(and(eq(registrations.eventId, event), eq(registrations.state, state)))
    ).length
  expect([await count('registered'), await count('waitlisted'), await count('withdrawn')]).toEqual([5, 1, 3])
})

test('who waits is moved into a team by nobody, not even the organizer', async () => {
  const { event, people, organizer } = await makeLine(1, ['Aysel', 'Murad'])
  const { team } = await done(createTeam(people[0] as SignedIn, { event, name: 'Orbit' }))
  const person = (people[1] as SignedIn).personId
  expect(await movePerson(organizer, { event, person, team })).toMatchObject({ code: 'still-waiting' })
})
