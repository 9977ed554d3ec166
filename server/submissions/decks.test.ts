import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { auditEntries, challenges, decks, entries, submissions } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { DECK } from '@/domain/submissions/deck'
import { makePdf } from '../files/testing'
import { received } from '../files/upload-parts'
import { makeJury } from '../judging/testing'
import { DURING_REGISTRATION, done } from '../registration/testing'
import { beginDeck } from './begin-deck'
import { finishDeck } from './finish-deck'
import { openDeck } from './open-deck'
import { projectOf } from './queries'
import { deckProgress, sendDeckPart } from './send-deck-part'
import { shownDeliverable } from './shown-deliverable'
import { digestOf, submitProject } from './submit-project'
import { begin, codeOf, FILE_NAME, makeWordedEntry, send, upload } from './testing'

testDatabase()
let folder = ''
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION })
  folder = mkdtempSync(join(tmpdir(), 'decks-'))
  vi.stubEnv('DATA_DIR', folder)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  // A first page may still be being drawn into it.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const sha256 = (file: Uint8Array) => createHash('sha256').update(file).digest('hex')

test('a deck goes up in parts, is cut, goes on where it was, and can then be handed in instead of a link', async () => {
  const { captain, entry } = await makeWordedEntry()
  const file = await makePdf({ pages: 8 })
  const deck = await begin(captain, entry, file)
  await send(captain, deck, file, 0, 1000)
  expect(await finishDeck(captain, { deck })).toMatchObject({
    code: 'deck-unfinished',
    values: { received: 1000, bytes: file.length },
  })
  const gap = { deck, offset: 1001, bytes: file.subarray(1001) }
  expect(codeOf(await sendDeckPart(captain, gap))).toBe('deck-gap')
  expect(await deckProgress(captain, deck)).toMatchObject({ received: 1000, bytes: file.length })
  await send(captain, deck, file, 400)
  const kept = { deck, digest: sha256(file), pages: 8, receipt: null }
  expect(await finishDeck(captain, { deck })).toEqual(kept)
  expect(await finishDeck(captain, { deck })).toEqual(kept)
  expect(await received(deck)).toBe(0)
  const project = await projectOf(captain, entry)
  expect(project).toMatchObject({ missing: [], deck: { fileName: FILE_NAME, pages: 8 } })
  expect(await submitProject(captain, { entry })).toMatchObject({ version: 1 })
  expect((await projectOf(captain, entry))?.changed).toBe(false)
})

test('ended several times at once it is kept, and each is told so', async () => {
  const { captain, entry } = await makeWordedEntry()
  const file = await makePdf({ pages: 2 })
  const deck = await begin(captain, entry, file)
  await send(captain, deck, file)
  const ends = await Promise.all(Array.from({ length: 5 }, () => finishDeck(captain, { deck })))
  expect(ends).toEqual(ends.map(() => ({ deck, digest: sha256(file), pages: 2, receipt: null })))
  const trail = await (await db()).select().from(auditEntries).where(eq(auditEntries.action, 'finish-deck'))
  expect(trail).toHaveLength(1)
})

test.each<[string, string, number]>([
  ['deck.key', 'deck-of-program', 10],
  ['Deck.PPTX', 'deck-of-program', 10],
  ['deck.pdf.exe', 'deck-no-pdf', 10],
  ['deck', 'deck-no-pdf', 10],
  ['deck.pdf', 'deck-empty', 0],
  ['deck.pdf', 'deck-empty', Number.NaN],
  ['deck.pdf', 'deck-large', DECK.bytes + 1],
  ['..\\..\\Təqdimat.PDF', 'done', DECK.bytes],
])('%s is answered %s before a byte is sent', async (name, code, bytes) => {
  const { captain, entry } = await makeWordedEntry()
  expect(codeOf(await beginDeck(captain, { entry, fileName: name, bytes }))).toBe(code)
  expect((await (await db()).select().from(decks)).map((row) => row.fileName)).toEqual(
    code === 'done' ? ['Təqdimat.PDF'] : [],
  )
})

test.each<[string, () => Promise<Uint8Array>]>([
  ['deck-encrypted', () => makePdf({ password: 'secret' })],
  ['deck-not-pdf-inside', async () => new TextEncoder().encode('<html><script>alert(1)</script>')],
  ['deck-broken', async () => new TextEncoder().encode('%PDF-1.7 and nothing more')],
  ['deck-pages', () => makePdf({ pages: DECK.pages + 1 })],
])('a file refused as %s is forgotten, and the draft keeps what it had', async (code, make) => {
  const { captain, entry } = await makeWordedEntry()
  const kept = await upload(captain, entry, await makePdf({}))
  const file = await make()
  const deck = await begin(captain, entry, file)
  await send(captain, deck, file)
  expect(codeOf(await finishDeck(captain, { deck }))).toBe(code)
  expect(await received(deck)).toBe(0)
  expect((await projectOf(captain, entry))?.entry.deckId).toBe(kept.deck)
})

test('more than was said does not come in', async () => {
  const { captain, entry } = await makeWordedEntry()
  const file = await makePdf({})
  const { deck } = await done(beginDeck(captain, { entry, fileName: FILE_NAME, bytes: file.length - 1 }))
  expect(codeOf(await sendDeckPart(captain, { deck, offset: 0, bytes: file }))).toBe('deck-beyond')
})

test('a member uploads too; nobody goes on with another one’s upload, and strangers begin none', async () => {
  const { captain, member, stranger, neighbour, entry } = await makeWordedEntry()
  const file = await makePdf({})
  const deck = await begin(member, entry, file)
  for (const actor of [captain, stranger, neighbour]) {
    expect(codeOf(await sendDeckPart(actor, { deck, offset: 0, bytes: file }))).toBe('not-found')
    expect(codeOf(await deckProgress(actor, deck))).toBe('not-found')
    expect(codeOf(await finishDeck(actor, { deck }))).toBe('not-found')
  }
  for (const actor of [stranger, neighbour]) {
    expect(codeOf(await beginDeck(actor, { entry, fileName: FILE_NAME, bytes: 1 }))).toBe('not-found')
  }
  await send(member, deck, file)
  expect(codeOf(await finishDeck(member, { deck }))).toBe('done')
})

test('the draft’s deck is the team’s; what counts is what was frozen, for who may open it', async () => {
  const { captain, member, organizer, stranger, neighbour, entry } = await makeWordedEntry()
  const first = await upload(captain, entry, await makePdf({ word: 'One' }))
  for (const actor of [captain, member, organizer]) {
    expect(await openDeck(actor, entry, 'draft')).toMatchObject({ digest: first.digest })
    expect(codeOf(await openDeck(actor, entry, null))).toBe('not-found')
  }
  await done(submitProject(captain, { entry }))
  const second = await upload(member, entry, await makePdf({ word: 'Two' }))
  expect(await openDeck(captain, entry, 'draft')).toMatchObject({ digest: second.digest })
  expect(await openDeck(captain, entry, null)).toMatchObject({ digest: first.digest })
  expect(await openDeck(captain, entry, '1')).toMatchObject({ digest: first.digest })
  expect(codeOf(await openDeck(captain, entry, '2'))).toBe('not-found')
  for (const actor of [stranger, neighbour]) {
    for (const which of [null, 'draft', '1']) {
      expect(codeOf(await openDeck(actor, entry, which))).toBe('not-found')
    }
  }
})

test('another deck is another version, by the digest of its file and not by its row', async () => {
  const { captain, entry } = await makeWordedEntry()
  const file = await makePdf({ word: 'One' })
  await upload(captain, entry, file)
  const one = await done(submitProject(captain, { entry }))
  await upload(captain, entry, file)
  expect(await submitProject(captain, { entry })).toEqual(one)
  await upload(captain, entry, await makePdf({ word: 'Two' }))
  expect(await submitProject(captain, { entry })).toMatchObject({ version: 2 })
})

test('the digest of a version of before there were decks stays what it was', () => {
  const links = { deckUrl: 'https://example.org/d', videoUrl: 'https://example.org/v', demoUrl: null }
  const words = { challengeId: 'c', title: 'T', summary: 'S', priorWork: 'None.' }
  const written =
    '{"challengeId":"c","deckUrl":"https://example.org/d","demoUrl":null,"priorWork":"None.","summary":"S","title":"T","videoUrl":"https://example.org/v"}'
  const project = { ...words, ...links, deckId: null, ipStatement: null }
  expect(digestOf(project, null)).toBe(createHash('sha256').update(written).digest('hex'))
  expect(digestOf(project, 'f00d')).not.toBe(digestOf(project, null))
  expect(digestOf({ ...project, ipStatement: 'Ours.' }, null)).not.toBe(digestOf(project, null))
})

/** An entry of a jury's event with one deck handed in and another in the draft. */
async function handInDeck({ edition, organizer }: Jury, entry: string, organization: string) {
  const database = await db()
  const code = `C-${entry.slice(-4)}`
  const [challenge] = await database
    .insert(challenges)
    .values({ editionId: edition.id, ownerId: organization, code, title: 'Light' })
    .returning()
  const personId = organizer.personId ?? ''
  const at = new Date('2018-05-10T08:00:00Z')
  const file = {
    entryId: entry,
    fileName: FILE_NAME,
    bytes: 9,
    pages: 1,
    begunBy: personId,
    begunAt: at,
    finishedAt: at,
  }
  const [frozen, drafted] = await database
    .insert(decks)
    .values([
      { ...file, digest: `${entry} frozen` },
      { ...file, digest: `${entry} draft` },
    ])
    .returning()
  const words = { challengeId: challenge?.id ?? '', title: 'T', summary: 'S', digest: 'd' }
  const by = { submittedAt: at, submittedBy: personId }
  await database
    .insert(submissions)
    .values({ entryId: entry, version: 1, deckId: frozen?.id, ...words, ...by })
  await database.update(entries).set({ deckId: drafted?.id }).where(eq(entries.id, entry))
}

type Jury = Awaited<ReturnType<typeof makeJury>>

test('a juror opens the frozen deck and no other; one in conflict opens none', async () => {
  const jury = await makeJury()
  const { ulduz, oil, rector, president } = jury
  await handInDeck(jury, ulduz.entry, jury.ada.id)
  await handInDeck(jury, oil.entry, jury.ada.id)
  for (const { actor } of [rector, president]) {
    expect(await openDeck(actor, ulduz.entry, null)).toMatchObject({ digest: `${ulduz.entry} frozen` })
    for (const which of ['draft', '1']) {
      expect(codeOf(await openDeck(actor, ulduz.entry, which))).toBe('not-found')
    }
  }
  expect(codeOf(await openDeck(rector.actor, oil.entry, null))).toBe('not-allowed')
  expect(codeOf(await openDeck(president.actor, oil.entry, null))).toBe('done')
  const place = { edition: 'actinspace-2018', event: 'azerbaijan' }
  const shown = await shownDeliverable(rector.actor, { ...place, entry: ulduz.entry })
  expect(shown).toMatchObject({ version: { version: 1 }, deck: { digest: `${ulduz.entry} frozen` } })
  expect(codeOf(await shownDeliverable(rector.actor, { ...place, entry: oil.entry }))).toBe('not-allowed')
})
