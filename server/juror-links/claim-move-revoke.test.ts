import { eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { auditEntries, jurorLinks, sessions } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { NOBODY } from '@/domain/access/actor'
import { AT, codeOf, done } from '../judging/testing'
import { actorOfSession, openSession, personOfSession } from '../session'
import { claimJurorLink } from './claim-juror-link'
import { makeJurorLink } from './make-juror-link'
import { makeLinkCards } from './make-link-cards'
import { proveJurorLink } from './prove-juror-link'
import { seeJurorLink } from './queries'
import { revokeJurorLink } from './revoke-juror-link'
import { LAPTOP, PHONE, start, tokenOf, withLink } from './testing'
import { drawToken, tokenHash } from './token'

testDatabase()
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: AT })
})
afterEach(() => {
  vi.useRealTimers()
})

test('a link is shown once: 160 bits, of which the hash alone is kept and the audit tells nothing', async () => {
  const { path, token, juror, event } = await withLink()
  expect(path).toBe(`/jury/link/${token}`)
  expect(Buffer.from(token, 'base64url')).toHaveLength(20)
  await start(token, PHONE)
  const tables = [jurorLinks, auditEntries, sessions]
  const kept = JSON.stringify(
    await Promise.all(tables.map(async (table) => (await db()).select().from(table))),
  )
  expect([token, PHONE].filter((secret) => kept.includes(secret))).toEqual([])
  expect((await (await db()).select().from(jurorLinks)).map(({ tokenHash }) => tokenHash)).toEqual([
    tokenHash(token),
  ])
  const entries = await (await db())
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.objectKind, 'juror-link'))
    .orderBy(auditEntries.ordinal)
  expect(entries.map(({ chain, action, details }) => ({ chain, action, details }))).toEqual([
    { chain: event, action: 'make-juror-link', details: { juror, former: null } },
    { chain: event, action: 'claim-juror-link', details: { juror } },
  ])
  expect(JSON.stringify(entries)).not.toContain(tokenHash(token))
})

test('looking says whose it is and uses nothing up', async () => {
  const { token } = await withLink()
  const seen = {
    office: 'Rector’s office, UFAZ',
    event: { name: 'Azerbaijan national final', city: 'Baku', timeZone: 'Asia/Baku' },
    claim: null,
  }
  expect(await seeJurorLink(token, null)).toEqual(seen)
  expect(await seeJurorLink(token, LAPTOP)).toEqual(seen)
  expect(await proveJurorLink({ token, device: PHONE })).toBeNull()
  await start(token, PHONE)
  const claim = { at: AT, device: { browser: 'Safari', system: 'iPhone' } }
  expect(await seeJurorLink(token, PHONE)).toEqual({ ...seen, claim: { ...claim, own: true } })
  expect(await seeJurorLink(token, LAPTOP)).toEqual({ ...seen, claim: { ...claim, own: false } })
  expect(await seeJurorLink(token, null)).toEqual({ ...seen, claim: { ...claim, own: false } })
})

test('it is the first device’s; another is told which and when, and the same one comes back', async () => {
  const { token } = await withLink()
  const first = await start(token, PHONE)
  vi.setSystemTime(new Date(AT.getTime() + 60_000))
  expect(await claimJurorLink({ token, device: LAPTOP })).toEqual(
    expect.objectContaining({
      code: 'juror-link-claimed',
      values: { at: AT.toISOString(), zone: 'Asia/Baku', browser: 'Safari', system: 'iPhone' },
    }),
  )
  expect(await proveJurorLink({ token, device: LAPTOP })).toBeNull()
  const again = await start(token, PHONE)
  expect(again).not.toBe(first)
  expect(await personOfSession(again)).toMatchObject({ givenName: 'Rector’s office, UFAZ' })
  expect((await (await db()).select().from(jurorLinks)).map(({ claimedAt }) => claimedAt)).toEqual([AT])
})

test('claimed by many devices at once, it is exactly one’s', async () => {
  const { token } = await withLink()
  const devices = Array.from({ length: 12 }, drawToken)
  const claims = await Promise.all(devices.map((device) => codeOf(claimJurorLink({ token, device }))))
  const winners = devices.filter((_, index) => typeof claims[index] !== 'string')
  expect(winners).toHaveLength(1)
  expect(claims.filter((claim) => claim === 'juror-link-claimed')).toHaveLength(11)
  const [link] = await (await db()).select().from(jurorLinks)
  expect(link?.claimedDevice).toBe(tokenHash(winners[0] ?? ''))
})

test('moved, the first device is out at its next request and another gets in', async () => {
  const { token, juror, organizer } = await withLink()
  const first = await start(token, PHONE)
  const moved = tokenOf((await done(makeJurorLink(organizer, { juror }))).path)
  expect(await actorOfSession(first)).toEqual(NOBODY)
  expect(await personOfSession(first)).toBeNull()
  expect(await start(token, PHONE)).toBe('gone-juror-link')
  expect(await codeOf(seeJurorLink(token, PHONE))).toBe('gone-juror-link')
  const second = await start(moved, LAPTOP)
  expect((await actorOfSession(second)).seats.map((seat) => seat.juror)).toEqual([juror])
  expect(await start(moved, PHONE)).toBe('juror-link-claimed')
})

test('two links made for a seat at once leave one', async () => {
  const { juror, organizer } = await withLink()
  await Promise.all([1, 2, 3].map(() => done(makeJurorLink(organizer, { juror }))))
  expect(await (await db()).select().from(jurorLinks).where(isNull(jurorLinks.revokedAt))).toHaveLength(1)
})

test('revoked, it lets nobody in, and its sessions end with it', async () => {
  const { token, juror, organizer } = await withLink()
  const session = await start(token, PHONE)
  const account = await openSession((await actorOfSession(session)).personId ?? '')
  expect(await revokeJurorLink(organizer, { juror })).toEqual({ juror })
  expect(await actorOfSession(session)).toEqual(NOBODY)
  expect(await personOfSession(account)).not.toBeNull()
  expect(await start(token, PHONE)).toBe('gone-juror-link')
  expect(await codeOf(revokeJurorLink(organizer, { juror }))).toBe('juror-link-none')
  const [ended] = await (await db()).select().from(sessions).where(eq(sessions.id, session))
  expect(ended?.revokedAt).toEqual(AT)
})

test('a link whose row alone is revoked ends its session as well', async () => {
  const { token } = await withLink()
  const session = await start(token, PHONE)
  await (await db()).update(jurorLinks).set({ revokedAt: AT })
  expect(await actorOfSession(session)).toEqual(NOBODY)
})

test('cards are made for the seats no device uses, and for all when that is asked for', async () => {
  const { token, juror, organizer, stranger, neighbour, president, event } = await withLink()
  const session = await start(token, PHONE)
  const { cards } = await done(makeLinkCards(organizer, { event, claimed: false }))
  expect(cards.map((card) => [card.juror, card.office])).toEqual([[president.juror, 'President of CNES']])
  expect((await actorOfSession(session)).seats).toHaveLength(1)
  const all = await done(makeLinkCards(organizer, { event, claimed: true }))
  expect(all.cards.map((card) => card.juror)).toEqual([president.juror, juror])
  expect(await actorOfSession(session)).toEqual(NOBODY)
  for (const [index, card] of all.cards.entries()) await start(tokenOf(card.path), index ? PHONE : LAPTOP)
  expect(await codeOf(makeLinkCards(organizer, { event, claimed: false }))).toBe('cards-none')
  for (const other of [stranger, neighbour, president.actor])
    expect(typeof (await codeOf(makeLinkCards(other, { event, claimed: true })))).toBe('string')
})
