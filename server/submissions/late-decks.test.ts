import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { putAtPhase } from '@/db/factories'
import { entries, eventPhases, submissions } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { ARRIVAL_MINUTES } from '@/domain/submissions/deck'
import { makePdf } from '../files/testing'
import { DEADLINES, DURING_REGISTRATION, done } from '../registration/testing'
import { beginDeck } from './begin-deck'
import { editProject } from './edit-project'
import { finishDeck } from './finish-deck'
import { handInForTeam } from './hand-in-for-team'
import { countingVersions, openDeliverable, projectOf } from './queries'
import { submitProject } from './submit-project'
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

const DUE = DEADLINES.submissionsDueAt
const before = (ms: number) => vi.setSystemTime(new Date(DUE.getTime() - ms))
const after = (ms: number) => vi.setSystemTime(new Date(DUE.getTime() + ms))

test('begun at 16:59:40 counts when it arrives after the deadline, and says so', async () => {
  const { captain, event, entry } = await makeWordedEntry()
  const file = await makePdf({})
  before(20_000)
  const deck = await begin(captain, entry, file)
  await send(captain, deck, file, 0, 500)
  after(90_000)
  expect(codeOf(await submitProject(captain, { entry }))).toBe('too-late')
  await send(captain, deck, file, 500)
  const kept = await done(finishDeck(captain, { deck }))
  expect(kept.receipt).toMatchObject({ version: 1, submittedAt: new Date(DUE.getTime() + 90_000) })
  expect(await countingVersions(event, DUE)).toEqual(new Map([[entry, 1]]))
  expect(await openDeliverable(captain, entry)).toMatchObject({ version: 1, deckId: deck, lateReason: null })
  const project = await projectOf(captain, entry)
  expect(project).toMatchObject({ counting: 1, changed: false })
  expect(project?.receipts[0]?.begunAt).toEqual(new Date(DUE.getTime() - 20_000))
})

test.each<[string, number, number, string]>([
  ['begun at the deadline', 0, 0, 'too-late'],
  ['finished within the time to arrive', 1, ARRIVAL_MINUTES * 60_000 - 1, 'done'],
  ['finished after the time to arrive', 1, ARRIVAL_MINUTES * 60_000, 'too-late'],
])('an upload %s is answered so', async (_case, begunBefore, finishedAfter, code) => {
  const { captain, entry } = await makeWordedEntry()
  const file = await makePdf({})
  before(begunBefore)
  const begun = await beginDeck(captain, { entry, fileName: FILE_NAME, bytes: file.length })
  if (isRefusal(begun)) return expect(begun.code).toBe(code)
  await send(captain, begun.deck, file)
  after(finishedAfter)
  expect(codeOf(await finishDeck(captain, { deck: begun.deck }))).toBe(code)
})

test('a deck that had arrived before the deadline brings nothing in after it', async () => {
  const { captain, entry } = await makeWordedEntry()
  before(20_000)
  await upload(captain, entry, await makePdf({}))
  after(1000)
  expect(codeOf(await submitProject(captain, { entry }))).toBe('too-late')
})

test('with something else missing a late arrival stays in the draft and nothing is handed in', async () => {
  const { captain, entry } = await makeWordedEntry()
  await done(editProject(captain, { entry, project: { videoUrl: '' } }))
  const file = await makePdf({})
  before(20_000)
  const deck = await begin(captain, entry, file)
  await send(captain, deck, file)
  after(1000)
  expect(await finishDeck(captain, { deck })).toMatchObject({ receipt: null })
  expect(await (await db()).select().from(submissions)).toEqual([])
  expect((await projectOf(captain, entry))?.entry.deckId).toBe(deck)
})

test('work that the organizer ended is ended for an upload on its way as well', async () => {
  const { captain, event, entry } = await makeWordedEntry()
  const file = await makePdf({})
  const deck = await begin(captain, entry, file)
  await send(captain, deck, file)
  await (await db()).delete(eventPhases)
  await putAtPhase(event, 'registration', 'in-progress', 'judging')
  expect(codeOf(await finishDeck(captain, { deck }))).toBe('closed-before-deadline')
})

test('the organizer uploads after the deadline with a reason on record', async () => {
  const { organizer, entry } = await makeWordedEntry()
  const file = await makePdf({})
  after(1000)
  const asked = { entry, fileName: FILE_NAME, bytes: file.length }
  expect(codeOf(await beginDeck(organizer, asked))).toBe('late-reason-missing')
  const reason = 'The network of the hall was down.'
  const { deck } = await done(beginDeck(organizer, { ...asked, reason }))
  await send(organizer, deck, file)
  expect(await finishDeck(organizer, { deck })).toMatchObject({ receipt: null })
  const [row] = await (await db()).select().from(entries).where(eq(entries.id, entry))
  expect(row).toMatchObject({ deckId: deck, lateReason: reason })
  expect(await submitProject(organizer, { entry, reason })).toMatchObject({ version: 1 })
})

test('the organizer hands in for a team after the deadline in one form; the team and the jury read why', async () => {
  const { organizer, captain, entry } = await makeWordedEntry()
  after(60 * 60_000)
  const bytes = new Uint8Array(await makePdf({ pages: 2 }))
  const deck = new File([bytes], FILE_NAME, { type: 'application/pdf' })
  const project = { title: 'Night Lights, mended' }
  const reason = 'The network of the hall was down.'
  const hand = (more: object) => handInForTeam(organizer, { entry, project, deck, ...more })
  expect([
    codeOf(await hand({})),
    codeOf(await hand({ reason: ' ' })),
    codeOf(await hand({ reason, deck: new File([bytes], 'deck.key') })),
    codeOf(await hand({ reason, project: { videoUrl: 'javascript:alert(1)' } })),
    codeOf(await handInForTeam(captain, { entry, project, deck, reason })),
  ]).toEqual(['late-reason-missing', 'late-reason-missing', 'deck-of-program', 'link-malformed', 'too-late'])
  expect((await projectOf(captain, entry))?.receipts).toEqual([])
  expect(await hand({ reason })).toMatchObject({ version: 1 })
  expect((await projectOf(captain, entry))?.receipts).toMatchObject([{ version: 1, lateReason: reason }])
  expect(await openDeliverable(captain, entry)).toMatchObject({ title: project.title, lateReason: reason })
})
