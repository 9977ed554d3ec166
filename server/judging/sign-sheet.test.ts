import { asc, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEntries, outbox, personEmails, sheetSignatures } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { verifyPackage } from '@/domain/publishing/verify-package'
import { canonicalJson } from '@/domain/ranking/canonical-json'
import { sealedPackage } from '../publishing/sealed-package'
import { sha256 } from '../ranking/digest'
import { sealResult } from '../ranking/seal-result'
import { castBallot, makeJury } from '../ranking/testing'
import { closeScoring } from './close-scoring'
import { recordAbsences } from './record-absences'
import { reviewSheet } from './review-sheet'
import { setBallotStatus } from './set-ballot-status'
import { signSheet } from './sign-sheet'
import { inFours, signaturesBySeat } from './signatures'
import { ADDRESS, codeOf, done } from './testing'

testDatabase()

/** Four jurors and two teams, all ballots in but the third juror's last. */
async function nearlyDone() {
  const jury = await makeJury(['Ulduz', 'SkyWell'], 4)
  const [ulduz = '', skyWell = ''] = jury.entries
  for (const [index, { id }] of jury.seats.entries()) {
    if (index === 2) continue
    await castBallot(jury.rubric, id, ulduz, [1, 8, 7, 6.5, 5])
    await castBallot(jury.rubric, id, skyWell, [1, 4, 5, 6, 5])
  }
  await castBallot(jury.rubric, jury.seats[2]?.id ?? '', ulduz, [1, 8, 7, 6, 5])
  await castBallot(jury.rubric, jury.seats[2]?.id ?? '', skyWell, [1, 8], 'draft')
  const [president, second, third] = jury.actors
  if (!president || !second || !third) throw new Error('no jury')
  return { ...jury, event: jury.national.id, president, second, third, skyWell }
}

const signedBy = async (event: string) =>
  (await signaturesBySeat(event)).map(({ fingerprint }) => fingerprint !== null)

test('a juror signs the own table when every ballot is answered, and gets its fingerprint by mail', async () => {
  const { event, second, third, seats } = await nearlyDone()
  const [address] = await (await db())
    .select()
    .from(personEmails)
    .where(eq(personEmails.personId, second.personId ?? ''))
  const { fingerprint, open, signedAt } = await done(reviewSheet(second, ADDRESS))
  expect({ open, signedAt }).toEqual({ open: 0, signedAt: null })
  const asked = { ...ADDRESS, office: ' office  2', fingerprint }
  expect(await codeOf(signSheet(second, { ...asked, office: 'Office 1' }))).toBe('signature-office')
  expect(await codeOf(signSheet(second, { ...asked, fingerprint: 'a'.repeat(64) }))).toBe('lost-sheet')
  expect(await signSheet(second, asked)).toEqual({ fingerprint })
  expect(await signSheet(second, asked)).toEqual({ fingerprint })
  expect(await (await db()).select().from(sheetSignatures)).toMatchObject([
    { jurorId: seats[1]?.id, fingerprint, withdrawnAt: null },
  ])
  const mails = await (await db()).select().from(outbox)
  expect(
    mails.map(({ toAddress, eventId, template, values }) => [eventId, toAddress, template, values]),
  ).toEqual([
    [
      event,
      address?.email,
      'sheet-signed',
      { office: 'Office 2', event: expect.any(String), fingerprint: inFours(fingerprint) },
    ],
  ])
  expect((await done(reviewSheet(second, ADDRESS))).signedAt).not.toBeNull()

  const unfinished = await done(reviewSheet(third, ADDRESS))
  expect(unfinished.open).toBe(1)
  expect(
    await signSheet(third, { ...ADDRESS, office: 'Office 3', fingerprint: unfinished.fingerprint }),
  ).toMatchObject({ code: 'sheet-open', values: { count: 1, team: 'SkyWell' } })
  expect(await signedBy(event)).toEqual([false, true, false, false])
})

test('reopening a ballot withdraws the signature, and signing again keeps another fingerprint or the same', async () => {
  const { event, second, skyWell } = await nearlyDone()
  const sign = async () => {
    const { fingerprint } = await done(reviewSheet(second, ADDRESS))
    return done(signSheet(second, { ...ADDRESS, office: 'Office 2', fingerprint }))
  }
  const first = await sign()
  await done(setBallotStatus(second, { ...ADDRESS, entry: skyWell, status: 'draft' }))
  expect(await signedBy(event)).toEqual([false, false, false, false])
  await done(setBallotStatus(second, { ...ADDRESS, entry: skyWell, status: 'submitted' }))
  expect(await sign()).toEqual(first)
  await done(setBallotStatus(second, { ...ADDRESS, entry: skyWell, status: 'recused', reason: 'A cousin' }))
  expect(await signedBy(event)).toEqual([false, false, false, false])
  expect(await sign()).not.toEqual(first)
  const told = await (await db())
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(inArray(auditEntries.action, ['sign-sheet', 'withdraw-signature']))
    .orderBy(asc(auditEntries.ordinal))
  expect(told.map(({ action }) => action)).toEqual([
    'sign-sheet',
    'withdraw-signature',
    'sign-sheet',
    'withdraw-signature',
    'sign-sheet',
  ])
})

test('signatures go into the package, where a stranger finds the same fingerprints', async () => {
  const { event, president, second, third, seats, organizer } = await nearlyDone()
  const absent = { event, juror: seats[2]?.id ?? '', reason: 'Called away' }
  await done(recordAbsences(organizer, absent))
  for (const [actor, office] of [
    [second, 'Office 2'],
    [third, 'Office 3'],
  ] as const) {
    const { fingerprint } = await done(reviewSheet(actor, ADDRESS))
    await done(signSheet(actor, { ...ADDRESS, office, fingerprint }))
  }
  await done(closeScoring(organizer, { event }))
  await done(sealResult(president, { event }))
  const { fingerprint } = await done(reviewSheet(president, ADDRESS))
  expect(await codeOf(signSheet(president, { ...ADDRESS, office: 'Office 1', fingerprint }))).toBe(
    'closed-judging-or-deliberation',
  )
  const sealed = await done(sealedPackage(president, ADDRESS.edition, ADDRESS.event))
  expect(sealed.signatures.map(({ juror }) => juror)).toEqual([seats[1]?.id, seats[2]?.id])
  const broken = (changed: typeof sealed) =>
    verifyPackage(canonicalJson(changed), changed, sha256).flatMap(({ part, holds }) => (holds ? [] : [part]))
  expect(broken(sealed)).toEqual([])
  expect(broken({ ...sealed, signatures: sealed.signatures.slice(1) })).toEqual(['contents', 'signatures'])
  const rows = await (await db())
    .select()
    .from(sheetSignatures)
    .where(eq(sheetSignatures.jurorId, seats[1]?.id ?? ''))
  expect(rows.map((row) => row.fingerprint)).toEqual([sealed.signatures[0]?.fingerprint])
})
