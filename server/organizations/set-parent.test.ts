import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db, transaction } from '@/db/client'
import { ballots, conflicts, eventPhases, setAsides } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { saveMarks } from '../judging/save-marks'
import { seatByEmail } from '../judging/seat-by-email'
import { seatJuror } from '../judging/seat-juror'
import { ADDRESS, AT, done, makeEntry, makeJury, mark } from '../judging/testing'
import { setParent } from './set-parent'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: AT }))
afterEach(() => void vi.useRealTimers())

const apartFrom = async (juror: string) => {
  const standing = and(eq(conflicts.jurorId, juror), isNull(conflicts.liftedAt))
  return (await (await db()).select().from(conflicts).where(standing)).map(({ entryId }) => entryId)
}
const sheetsOf = async (juror: string) =>
  (await (await db()).select().from(ballots).where(eq(ballots.jurorId, juror))).map(({ entryId }) => entryId)
const aside = async () =>
  (await (await db()).select().from(setAsides)).map(({ reason, liftedAt }) => ({
    reason,
    lifted: liftedAt !== null,
  }))

const pause = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds))

test('a part that moves takes its jurors along: a begun ballot is set aside, and counts again when it moves back', async () => {
  const { organizer, event, rector, ulduz, oil, ufaz, ada, oilUniversity, weighted } = await makeJury()
  await done(saveMarks(rector.actor, { ...ADDRESS, marks: [mark(ulduz.entry, weighted[0] ?? '', 7)] }))
  const reason = 'This seat’s organization and ADA University are the same, or one is a part of the other.'

  await done(setParent(organizer, { event, organization: ufaz.id, parent: ada.id }))
  expect(await apartFrom(rector.juror)).toEqual([ulduz.entry])
  expect(await aside()).toEqual([{ reason, lifted: false }])
  expect((await sheetsOf(rector.juror)).sort()).toEqual([ulduz.entry, oil.entry].sort())

  await done(setParent(organizer, { event, organization: ufaz.id, parent: null }))
  expect(await apartFrom(rector.juror)).toEqual([])
  expect(await aside()).toEqual([{ reason, lifted: true }])

  await done(setParent(organizer, { event, organization: ufaz.id, parent: oilUniversity.id }))
  expect(await apartFrom(rector.juror)).toEqual([oil.entry])
  expect(await sheetsOf(rector.juror)).toEqual([ulduz.entry])
})

test('juries of other events follow too, and a sealed one stays as it was sealed', async () => {
  const { organizer, neighbour, event, elsewhere, rector, oil, ufaz, ada } = await makeJury()
  const there = await makeEntry(elsewhere.id, 'estonian', ada.id)
  const seat = { event: elsewhere.id, office: 'UFAZ', organization: ufaz.id }
  const { juror } = await done(seatJuror(neighbour, seat))
  const sealed = { eventId: event, ordinal: 4, phase: 'sealed' as const, enteredAt: AT }
  await (await db()).insert(eventPhases).values(sealed)
  await done(setParent(organizer, { event, organization: ufaz.id, parent: ada.id }))
  expect(await apartFrom(juror)).toEqual([there.entry])
  expect(await apartFrom(rector.juror)).toEqual([oil.entry])
})

test('whoever is seated while a parent is set is kept apart', async () => {
  const { organizer, neighbour, event, elsewhere, ulduz, oil, ada, oilUniversity } = await makeJury()
  const seating = transaction(async () => {
    const seated = await done(
      seatJuror(organizer, { event, office: 'A lab', organization: oilUniversity.id }),
    )
    await pause(1_000)
    return seated
  })
  const fromElsewhere = { event: elsewhere.id, organization: ada.id, parent: oilUniversity.id }
  await pause(500)
  await done(setParent(neighbour, fromElsewhere))
  const { juror } = await seating
  expect((await apartFrom(juror)).sort()).toEqual([ulduz.entry, oil.entry].sort())
})

test('parents set and jurors seated at once in two events do not wait for each other in a circle', async () => {
  const { organizer, neighbour, event, elsewhere, ufaz, ada, oilUniversity } = await makeJury()
  const { entry } = await makeEntry(elsewhere.id, 'estonian', oilUniversity.id)
  const there = { event: elsewhere.id, office: 'A lab', organization: ada.id }
  const { juror } = await done(seatJuror(neighbour, there))
  const guest = {
    event,
    office: 'Guest',
    organization: ada.id,
    givenName: 'Guest',
    email: 'g@people.example',
  }
  await Promise.all([
    done(setParent(organizer, { event, organization: ada.id, parent: oilUniversity.id })),
    done(setParent(neighbour, { event: elsewhere.id, organization: ufaz.id, parent: ada.id })),
    done(seatByEmail(organizer, guest)),
    done(seatJuror(neighbour, { ...there, office: 'Another' })),
    done(setParent(neighbour, { event: elsewhere.id, organization: ada.id, parent: oilUniversity.id })),
  ])
  expect(await apartFrom(juror)).toEqual([entry])
})
