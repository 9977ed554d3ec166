import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { auditEntries } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { createTeam } from '../teams/create-team'
import { exportParticipants } from './export-participants'
import { DURING_REGISTRATION, done, makeOpenEvent, makeStudent } from './testing'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

test('everybody registered is a line, no cell is a formula, and the audit says how many left', async () => {
  const { event, organizer } = await makeOpenEvent()
  await done(createTeam(await makeStudent(event, 'Əli'), { event, name: 'Xəzər Sat' }))
  await makeStudent(event, '=cmd()')
  const list = await done(exportParticipants(organizer, { event, format: 'csv' }))
  expect(list).toMatchObject({
    name: 'actinspace-2018-azerbaijan-people.csv',
    type: 'text/csv; charset=utf-8',
  })
  expect(String(list.content).replaceAll(/[^,]+@people\.example/g, 'address')).toBe(
    [
      '\uFEFFFirst name,Last name,E-mail,Institution,Programme,Year,Team,State',
      `"'=cmd()",,address,,,,,registered`,
      'Əli,,address,,,,Xəzər Sat,registered',
      '',
    ].join('\r\n'),
  )
  const left = eq(auditEntries.action, 'export-participants')
  const told = await (await db()).select({ details: auditEntries.details }).from(auditEntries).where(left)
  expect(told).toEqual([{ details: { people: 2, format: 'csv' } }])
})
