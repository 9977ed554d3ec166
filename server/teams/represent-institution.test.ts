import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { makeOrganization } from '@/db/factories'
import { registrations, teams } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { SignedIn } from '@/domain/access/actor'
import { DURING_REGISTRATION, done, makeStudent } from '../registration/testing'
import { nobody } from '../session'
import { joinTeam } from './join-team'
import { institutionsIn, representInstitution } from './represent-institution'
import { again, codeOf, makeTeam } from './testing'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

test('a team of several institutions represents the one of them that its captain chooses', async () => {
  const { event, team, code, captain, organizer, neighbour } = await makeTeam()
  const [ada, ufaz, far] = [
    await makeOrganization('ada', 'ADA University'),
    await makeOrganization('ufaz', 'UFAZ'),
    await makeOrganization('far', 'Far away'),
  ]
  const from = async ({ personId }: SignedIn, institutionId: string) =>
    (await db())
      .update(registrations)
      .set({ institutionId })
      .where(and(eq(registrations.personId, personId), eq(registrations.eventId, event)))
  const member = await makeStudent(event, 'Aysel')
  await done(joinTeam(member, { code }))
  await from(captain, ada.id)
  await from(member, ufaz.id)
  expect(await institutionsIn(team)).toEqual([
    { id: ada.id, name: 'ADA University', members: 1 },
    { id: ufaz.id, name: 'UFAZ', members: 1 },
  ])
  const choose = (actor: Parameters<typeof representInstitution>[0], institution: string) =>
    representInstitution(actor, { team, institution })
  for (const actor of [await again(member), neighbour, nobody()])
    expect(codeOf(await choose(actor, ufaz.id))).not.toBe('done')
  expect(codeOf(await choose(captain, far.id))).toBe('institution-not-members')
  await done(choose(captain, ufaz.id))
  const [row] = await (await db()).select().from(teams).where(eq(teams.id, team))
  expect(row?.institutionId).toBe(ufaz.id)
  vi.setSystemTime(new Date('2018-05-26T08:00:00Z'))
  expect(codeOf(await choose(captain, ada.id))).toBe('too-late')
  expect(codeOf(await choose(organizer, ada.id))).toBe('done')
})
