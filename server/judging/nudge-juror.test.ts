import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEntries, jurors, outbox, personEmails } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { castBallot, makeJury } from '../ranking/testing'
import { closeScoring } from './close-scoring'
import { nudgeJuror } from './nudge-juror'
import { ownSheet } from './queries'
import { recordAbsences } from './record-absences'
import { setBallotStatus } from './set-ballot-status'
import { ADDRESS, codeOf, done } from './testing'

testDatabase()

/** Four jurors and two teams; the third owes two ballots and the fourth one, the president none. */
async function owingJury() {
  const jury = await makeJury(['Ulduz', 'SkyWell'], 4)
  const [ulduz = '', skyWell = ''] = jury.entries
  for (const [index, { id }] of jury.seats.entries()) {
    const given = index === 2 ? 'draft' : 'submitted'
    await castBallot(jury.rubric, id, ulduz, [1, 8, 7, 6.5, 5], given)
    await castBallot(jury.rubric, id, skyWell, [1, 4, 5, 6, 5], index === 3 ? 'draft' : given)
  }
  const [president, , third, fourth] = jury.actors
  const [, second, owes, last] = jury.seats
  if (!president || !third || !fourth || !second || !owes || !last) throw new Error('no jury')
  return { ...jury, event: jury.national.id, president, third, fourth, second, owes, last, ulduz, skyWell }
}

const mails = async () =>
  (await db())
    .select({
      ...{ to: outbox.toAddress, event: outbox.eventId },
      ...{ template: outbox.template, values: outbox.values },
    })
    .from(outbox)
    .orderBy(outbox.createdAt, outbox.id)

const nudges = async () =>
  (await db())
    .select({ by: auditEntries.actorId, details: auditEntries.details })
    .from(auditEntries)
    .where(eq(auditEntries.action, 'nudge-juror'))
    .orderBy(auditEntries.ordinal)

const reminderOf = async (actor: Parameters<typeof ownSheet>[0]) =>
  (await done(ownSheet(actor, ADDRESS))).reminder

/** As if the reminders had been sent so many minutes earlier. */
async function letPass(minutes: number) {
  for (const { id, nudgedAt } of await (await db()).select().from(jurors)) {
    if (nudgedAt === null) continue
    const earlier = new Date(nudgedAt.getTime() - minutes * 60_000)
    await (await db()).update(jurors).set({ nudgedAt: earlier }).where(eq(jurors.id, id))
  }
}

test('one juror is asked: one mail, one entry in the audit, a line on the own sheet alone', async () => {
  const { event, organizer, third, fourth, owes } = await owingJury()
  expect(await nudgeJuror(organizer, { event, juror: owes.id })).toEqual({ nudged: 1 })
  const [address] = await (await db())
    .select()
    .from(personEmails)
    .where(eq(personEmails.personId, third.personId ?? ''))
  expect(await mails()).toEqual([
    {
      to: address?.email,
      event,
      template: 'ballots-asked',
      values: {
        office: 'Office 3',
        event: expect.stringContaining('Azerbaijan'),
        count: 2,
        link: expect.stringMatching(/\/jury\/actinspace-2018\/azerbaijan$/),
      },
    },
  ])
  expect(await nudges()).toEqual([{ by: organizer.personId, details: { teams: 2, mailed: true } }])
  expect(await reminderOf(third)).toEqual({ at: expect.any(String), teams: 2 })
  expect(await reminderOf(fourth)).toBeNull()
})

test('nobody is asked twice within five minutes; then once more', async () => {
  const { event, organizer, owes } = await owingJury()
  await done(nudgeJuror(organizer, { event, juror: owes.id }))
  await letPass(4)
  expect(await nudgeJuror(organizer, { event, juror: owes.id })).toMatchObject({
    code: 'nudged-lately',
    values: { at: expect.any(String), zone: 'Asia/Baku', count: 1 },
  })
  expect([(await mails()).length, (await nudges()).length]).toEqual([1, 1])
  await letPass(1)
  expect(await nudgeJuror(organizer, { event, juror: owes.id })).toEqual({ nudged: 1 })
  expect([(await mails()).length, (await nudges()).length]).toEqual([2, 2])
})

test('all who owe a ballot are asked at once, whoever was asked a moment ago aside', async () => {
  const { event, organizer, owes } = await owingJury()
  await done(nudgeJuror(organizer, { event, juror: owes.id }))
  expect(await nudgeJuror(organizer, { event })).toEqual({ nudged: 1 })
  expect((await nudges()).map(({ details }) => details)).toEqual([
    { teams: 2, mailed: true },
    { teams: 1, mailed: true },
  ])
  expect(await nudgeJuror(organizer, { event })).toMatchObject({ code: 'nudged-lately' })
})

test('a juror without an address is asked on the sheet, and no mail waits', async () => {
  const { event, organizer, owes, third } = await owingJury()
  await (await db()).delete(personEmails).where(eq(personEmails.personId, third.personId ?? ''))
  expect(await nudgeJuror(organizer, { event, juror: owes.id })).toEqual({ nudged: 1 })
  expect(await mails()).toEqual([])
  expect(await nudges()).toEqual([{ by: organizer.personId, details: { teams: 2, mailed: false } }])
  expect(await reminderOf(third)).toEqual({ at: expect.any(String), teams: 2 })
})

test('the line counts what is still missing, and goes when nothing is', async () => {
  const { event, organizer, owes, third, ulduz } = await owingJury()
  await done(nudgeJuror(organizer, { event, juror: owes.id }))
  await done(
    setBallotStatus(third, { ...ADDRESS, entry: ulduz, status: 'recused', reason: 'A former student' }),
  )
  expect(await reminderOf(third)).toMatchObject({ teams: 1 })
  await done(recordAbsences(organizer, { event, juror: owes.id, reason: 'Left early' }))
  expect(await reminderOf(third)).toBeNull()
  expect(await codeOf(nudgeJuror(organizer, { event, juror: owes.id }))).toBe('nobody-missing')
})

test('nothing is asked of whoever owes nothing, of another jury, by others, or once scoring is closed', async () => {
  const { event, organizer, president, third, second, owes, last, neighbour, stranger, captains } =
    await owingJury()
  const ask = (actor: typeof organizer, juror?: string) => codeOf(nudgeJuror(actor, { event, juror }))
  expect(await ask(organizer, second.id)).toBe('nobody-missing')
  expect(await ask(organizer, event)).toBe('not-found')
  const others = [president, third, captains[0] ?? stranger, neighbour, stranger]
  const answers = []
  for (const actor of others) answers.push(await codeOf(nudgeJuror(actor, { event, juror: owes.id })))
  expect(answers).toEqual(['not-allowed', 'not-allowed', 'not-allowed', 'not-found', 'not-found'])
  for (const { id } of [owes, last])
    await done(recordAbsences(organizer, { event, juror: id, reason: 'Left early' }))
  expect(await ask(organizer)).toBe('nobody-missing')
  await done(closeScoring(organizer, { event }))
  expect(await ask(organizer, owes.id)).toBe('closed-judging')
  expect([await mails(), await nudges()]).toEqual([[], []])
})
