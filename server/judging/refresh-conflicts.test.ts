import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { grant, makeOrganization, makePerson } from '@/db/factories'
import { conflicts, editions, entries, organizationParents, teamMembers, teams } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { makeRoles } from '../access/testing/roles'
import { writeChallenge } from '../challenges/write-challenge'
import { editEvent } from '../events/edit-event'
import { acceptPromotion } from '../promotion/accept-promotion'
import { movePerson } from '../registration/move-person'
import { registerStudent } from '../registration/register-student'
import { DEADLINES, DURING_REGISTRATION, done, makeOpenEvent } from '../registration/testing'
import { actorOf } from '../session'
import { editProject } from '../submissions/edit-project'
import { createTeam } from '../teams/create-team'
import { joinTeam } from '../teams/join-team'
import { leaveTeam } from '../teams/leave-team'
import { makeInvitation } from '../teams/make-invitation'
import { removeMember } from '../teams/remove-member'
import { seatJuror } from './seat-juror'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

/** Registration is open, a seat of UFAZ is in the jury, and one team of ADA University has entered. */
async function makeSeated() {
  const made = await makeOpenEvent()
  const { event, organizer, edition } = made
  const [ufaz, ada] = [
    await makeOrganization('ufaz', 'UFAZ'),
    await makeOrganization('ada', 'ADA University'),
  ]
  await done(seatJuror(organizer, { event, office: 'Rector’s office, UFAZ', organization: ufaz.id }))
  const student = async (institution: string) => {
    const person = await makePerson('Student')
    await done(registerStudent(await actorOf(person.id), { event, institution }))
    return actorOf(person.id)
  }
  const first = await student(ada.id)
  const { team, entry } = await done(createTeam(first, { event, name: 'Ulduz' }))
  const captain = await actorOf(first.personId)
  const joined = async (institution: string) => {
    const { code } = await done(makeInvitation(captain, { team }))
    const actor = await student(institution)
    await done(joinTeam(actor, { code }))
    return actorOf(actor.personId)
  }
  return { ...made, edition, ufaz, ada, student, joined, captain, team, entry }
}

const standing = async () =>
  (await (await db()).select().from(conflicts).where(isNull(conflicts.liftedAt))).map(
    ({ kind, entryId }) => `${kind} ${entryId}`,
  )

test('a team made by a student of the seat’s institution', async () => {
  const { event, student, ufaz } = await makeSeated()
  expect(await standing()).toEqual([])
  const { entry } = await done(createTeam(await student(ufaz.id), { event, name: 'Oil from above' }))
  expect(await standing()).toEqual([`institution ${entry}`])
})

test('a member says whom they represent after all', async () => {
  const { event, captain, entry, ufaz, ada } = await makeSeated()
  await done(registerStudent(captain, { event, institution: ufaz.id }))
  expect(await standing()).toEqual([`institution ${entry}`])
  await done(registerStudent(captain, { event, institution: ada.id }))
  expect(await standing()).toEqual([])
})

test('a member who leaves, is removed or is moved takes the conflict along', async () => {
  const { event, organizer, captain, team, entry, joined, ufaz } = await makeSeated()
  const goes: Record<string, (personId: string) => Promise<unknown>> = {
    leaves: async (personId) => leaveTeam(await actorOf(personId), { team }),
    'is removed': async (personId) => {
      const own = and(eq(teamMembers.personId, personId), isNull(teamMembers.leftAt))
      const [seat] = await (await db()).select().from(teamMembers).where(own)
      return removeMember(captain, { team, member: seat?.id ?? '' })
    },
    'is moved': (person) => movePerson(organizer, { event, person, team: null, reason: 'Asked for it' }),
  }
  for (const go of Object.values(goes)) {
    const { personId } = await joined(ufaz.id)
    expect(await standing()).toEqual([`institution ${entry}`])
    await done(go(personId))
    expect(await standing()).toEqual([])
  }
})

test('a challenge the seat’s organization owns, where the edition counts that', async () => {
  const { edition, organizer, captain, entry, ufaz } = await makeSeated()
  const owner = await makePerson('Owner')
  await grant(owner.id, 'edition-administrator', edition.id)
  const words = { editionId: edition.id, ownerId: ufaz.id, code: 'U-1', title: 'City light' }
  const { challenge: challengeId } = await done(writeChallenge(await actorOf(owner.id), words))
  await done(editProject(captain, { entry, project: { challengeId } }))
  expect(await standing()).toEqual([])
  await (await db()).update(editions).set({ challengeOwnerConflicts: true })
  await done(editProject(organizer, { entry, project: { challengeId } }))
  expect(await standing()).toEqual([`challenge-owner ${entry}`])
  await done(editProject(captain, { entry, project: { challengeId: '' } }))
  expect(await standing()).toEqual([])
})

test('an event that moves to a day on which one was a part of the other', async () => {
  const { event, organizer, national, entry, ufaz, ada } = await makeSeated()
  const link = { organizationId: ufaz.id, parentId: ada.id, since: '2018-06-01' }
  await (await db()).insert(organizationParents).values(link)
  const { name, venue, teamMin, teamMax, capacity } = national
  const kept = { event, name, venue, teamMin, teamMax, capacity, scoringClosesAt: null, ...DEADLINES }
  const later = { startsAt: new Date('2018-06-02T05:00:00Z'), endsAt: new Date('2018-06-03T15:00:00Z') }
  await done(editEvent(organizer, { ...kept, ...later, submissionsDueAt: null }))
  expect(await standing()).toEqual([`institution ${entry}`])
})

test('a promoted team, in the jury of the event it comes to', async () => {
  const { international, own, organization, promotion } = await makeRoles('confirmed')
  await (await db()).update(teams).set({ institutionId: organization.id }).where(eq(teams.id, own.team))
  const { id } = await makePerson('Organizer in Toulouse')
  await grant(id, 'event-organizer', international.id)
  const seat = { event: international.id, office: 'President of CNES', organization: organization.id }
  const { juror } = await done(seatJuror(await actorOf(id), seat))
  await done(acceptPromotion(await actorOf(id), { promotion }))
  const [found] = await (await db()).select().from(conflicts).where(eq(conflicts.jurorId, juror))
  const [entered] = await (await db()).select().from(entries).where(eq(entries.eventId, international.id))
  expect(found).toMatchObject({ kind: 'institution', entryId: entered?.id, liftedAt: null })
})
