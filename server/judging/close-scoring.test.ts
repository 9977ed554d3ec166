import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { findEventById } from '../events/find-event'
import { castAll, castBallot, makeJury } from '../ranking/testing'
import { askReopening } from './ask-reopening'
import { closeScoring } from './close-scoring'
import { confirmReopening } from './confirm-reopening'
import { juryRecord } from './jury-record'
import { liftSetAside } from './lift-set-aside'
import { missingBallots } from './missing-ballots'
import { setAsideBallot } from './set-aside-ballot'

testDatabase()

const phaseOf = async (id: string) => (await findEventById(id))?.facts.phase

test('scoring closes only when every sheet is submitted, recused or absent, and says what is missing', async () => {
  const jury = await makeJury(['Ulduz', 'SkyWell'])
  const { national, organizer, neighbour, stranger, rubric, entries } = jury
  const [first, second, third] = jury.seats.map(({ id }) => id)
  const [ulduz = '', skyWell = ''] = entries
  for (const juror of [first, second]) {
    for (const entry of entries) await castBallot(rubric, juror ?? '', entry, [1, 8, 7, 6, 5])
  }
  await castBallot(rubric, third ?? '', ulduz, [1, 8], 'draft')
  expect(missingBallots(await juryRecord(national.id))).toEqual([
    { juror: third, office: 'Office 3', entry: ulduz, team: 'Ulduz' },
    { juror: third, office: 'Office 3', entry: skyWell, team: 'SkyWell' },
  ])
  expect(await closeScoring(organizer, { event: national.id })).toMatchObject({
    code: 'scoring-incomplete',
    values: { count: 2, juror: 'Office 3', team: 'Ulduz' },
  })
  expect(await closeScoring(neighbour, { event: national.id })).toMatchObject({ code: 'not-found' })
  expect(await closeScoring(stranger, { event: national.id })).toMatchObject({ code: 'not-found' })
  expect(await closeScoring(organizer, { event: 'no id' })).toMatchObject({ code: 'not-found' })
  expect(await phaseOf(national.id)).toBe('judging')
})

test('of two who close at once one does, and absent ballots are no hindrance', async () => {
  const jury = await makeJury(['Ulduz'])
  const { national, organizer, rubric, entries, actors } = jury
  for (const { id } of jury.seats) await castBallot(rubric, id, entries[0] ?? '', [], 'absent')
  const president = actors[0] ?? organizer
  const both = await Promise.all([
    closeScoring(organizer, { event: national.id }),
    closeScoring(president, { event: national.id }),
  ])
  expect(both.filter((outcome) => 'phase' in outcome)).toHaveLength(1)
  expect(await phaseOf(national.id)).toBe('deliberation')
})

test('reopening takes two people', async () => {
  const jury = await makeJury(['Ulduz'])
  const { national, organizer, actors } = jury
  const [president, juror] = actors
  if (!president || !juror) throw new Error('no jury')
  await castAll(jury, [7])
  const event = national.id
  await closeScoring(organizer, { event })
  expect(await confirmReopening(president, { event })).toMatchObject({ code: 'reopening-not-asked' })
  expect(await askReopening(organizer, { event, reason: ' \u3164' })).toMatchObject({ code: 'reason-needed' })
  expect(await askReopening(juror, { event, reason: 'Please' })).toMatchObject({ code: 'not-allowed' })
  expect(await askReopening(organizer, { event, reason: 'A ballot was lost' })).toMatchObject({
    reopening: expect.any(String),
  })
  expect(await askReopening(president, { event, reason: 'Me too' })).toMatchObject({
    code: 'reopening-asked',
  })
  expect(await confirmReopening(organizer, { event })).toMatchObject({ code: 'reopening-own' })
  expect(await confirmReopening(president, { event })).toEqual({ phase: 'judging' })
  expect(await phaseOf(event)).toBe('judging')
})

test('the president sets a ballot aside with a reason and lifts that; the ballot stays as it was', async () => {
  const jury = await makeJury(['Ulduz'])
  const { actors, organizer, seats, rubric, entries, national } = jury
  const [president, other] = actors
  if (!president || !other) throw new Error('no jury')
  const ballot = await castBallot(rubric, seats[1]?.id ?? '', entries[0] ?? '', [1, 8, 7, 6, 5])
  expect(await setAsideBallot(organizer, { ballot, reason: 'Coach' })).toMatchObject({ code: 'not-allowed' })
  expect(await setAsideBallot(other, { ballot, reason: 'Coach' })).toMatchObject({
    code: 'decision-of-president',
  })
  expect(await setAsideBallot(president, { ballot, reason: '\u200b' })).toMatchObject({
    code: 'reason-needed',
  })
  expect(await setAsideBallot(president, { ballot, reason: 'Coach' })).toHaveProperty('setAside')
  expect(await setAsideBallot(president, { ballot, reason: 'Coach' })).toMatchObject({
    code: 'already-set-aside',
  })
  const sheetOf = async () => (await juryRecord(national.id)).sheets.find((sheet) => sheet.ballot === ballot)
  expect(await sheetOf()).toMatchObject({ status: 'submitted', setAside: 'Coach' })
  expect(await liftSetAside(president, { ballot })).toHaveProperty('lifted')
  expect(await sheetOf()).toMatchObject({ status: 'submitted', setAside: null })
  expect(await liftSetAside(president, { ballot })).toMatchObject({ code: 'not-set-aside' })
})
