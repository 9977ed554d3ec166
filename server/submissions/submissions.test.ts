import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { putAtPhase } from '@/db/factories'
import { auditEntries, entries, eventPhases, submissions } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { DEADLINES, DURING_REGISTRATION, done } from '../registration/testing'
import { editProject } from './edit-project'
import { countingVersions, openDeliverable, projectOf } from './queries'
import { submitProject } from './submit-project'
import { codeOf, makeEntry } from './testing'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

const AFTER = new Date('2018-05-26T07:00:00Z')

async function makeWholeEntry() {
  const made = await makeEntry()
  const whole = {
    challengeId: made.challenge,
    title: 'Night Lights',
    summary: 'Light seen from orbit.',
    deckUrl: 'https://example.org/deck.pdf',
    videoUrl: 'video.example.org/v',
    priorWork: 'None.',
    ipStatement: 'Ours.',
  }
  return { ...made, whole }
}

test('a draft is kept field by field, links as http(s) only', async () => {
  const { captain, entry, whole } = await makeWholeEntry()
  await done(editProject(captain, { entry, project: { title: ' <script>Ə</script> ' } }))
  await done(editProject(captain, { entry, project: { videoUrl: whole.videoUrl } }))
  const project = await projectOf(captain, entry)
  expect(project?.entry).toMatchObject({
    title: '<script>Ə</script>',
    videoUrl: 'https://video.example.org/v',
    deckUrl: null,
  })
  expect(project?.checklist).toEqual([
    { item: 'project', ready: false },
    { item: 'deck', ready: false },
    { item: 'video', ready: true },
    { item: 'prior-work', ready: false },
  ])
})

test.each([
  [{ deckUrl: 'javascript:alert(1)' }, 'link-malformed'],
  [{ deckUrl: 'file:///etc/passwd' }, 'link-malformed'],
  [{ deckUrl: 'two words' }, 'link-malformed'],
  [{ deckUrl: 'https://user:secret@example.org' }, 'link-malformed'],
  [{ title: 'x'.repeat(121) }, 'field-long'],
  [{ challengeId: 'nonsense' }, 'challenge-unknown'],
  [{ challengeId: '00000000-0000-7000-8000-000000000000' }, 'challenge-unknown'],
  [{ deckUrl: '' }, 'done'],
])('a draft with %j is answered %s', async (project, code) => {
  const { captain, entry } = await makeWholeEntry()
  expect(codeOf(await editProject(captain, { entry, project }))).toBe(code)
})

test('the captain edits, a member submits, and strangers do neither', async () => {
  const { captain, member, stranger, neighbour, entry, whole } = await makeWholeEntry()
  for (const actor of [member, stranger, neighbour]) {
    expect(codeOf(await editProject(actor, { entry, project: { title: 'Mine' } }))).not.toBe('done')
  }
  await done(editProject(captain, { entry, project: whole }))
  for (const actor of [stranger, neighbour]) {
    expect(codeOf(await submitProject(actor, { entry }))).toBe('not-found')
    expect(await projectOf(actor, entry)).toBeNull()
    expect(codeOf(await openDeliverable(actor, entry))).toBe('not-found')
  }
  expect(codeOf(await submitProject(member, { entry }))).toBe('done')
  expect(codeOf(await submitProject(captain, { entry: 'no-id' }))).toBe('not-found')
})

test('says what is missing', async () => {
  const { captain, entry, whole } = await makeWholeEntry()
  await done(editProject(captain, { entry, project: { ...whole, deckUrl: null, priorWork: null } }))
  expect(await submitProject(captain, { entry })).toMatchObject({
    code: 'project-incomplete',
    field: 'deckUrl',
    values: { count: 2 },
  })
})

test('each change is a version of its own, the same content is not, whoever presses at once', async () => {
  const { captain, member, entry, whole } = await makeWholeEntry()
  await done(editProject(captain, { entry, project: whole }))
  const [one, two] = await Promise.all([submitProject(captain, { entry }), submitProject(member, { entry })])
  expect(one).toEqual(two)
  expect(one).toMatchObject({ version: 1, submittedAt: DURING_REGISTRATION })
  await done(editProject(captain, { entry, project: { title: 'Night Lights 2' } }))
  expect((await projectOf(captain, entry))?.changed).toBe(true)
  expect(await submitProject(captain, { entry })).toMatchObject({ version: 2 })
  const rows = await (await db()).select().from(submissions).orderBy(submissions.version)
  expect(rows.map(({ version, title }) => [version, title])).toEqual([
    [1, 'Night Lights'],
    [2, 'Night Lights 2'],
  ])
  expect(new Set(rows.map(({ digest }) => digest)).size).toBe(2)
})

test('until the deadline to the millisecond; after it only the organizer, with a reason on record', async () => {
  const { event, captain, organizer, entry, whole } = await makeWholeEntry()
  await done(editProject(captain, { entry, project: whole }))
  vi.setSystemTime(new Date(AFTER.getTime() - 1))
  await done(submitProject(captain, { entry }))
  vi.setSystemTime(AFTER)
  expect(codeOf(await editProject(captain, { entry, project: { title: 'Late' } }))).toBe('too-late')
  expect(codeOf(await submitProject(captain, { entry }))).toBe('too-late')
  expect(codeOf(await editProject(organizer, { entry, project: { title: 'Late' } }))).toBe(
    'late-reason-missing',
  )
  const reason = 'The network of the hall was down.'
  await done(editProject(organizer, { entry, project: { title: 'Late' }, reason }))
  expect(codeOf(await submitProject(organizer, { entry, reason: ' ' }))).toBe('late-reason-missing')
  expect((await projectOf(captain, entry))?.counting).toBe(1)
  await done(submitProject(organizer, { entry, reason }))
  expect(await openDeliverable(captain, entry)).toMatchObject({ title: 'Late' })
  expect(await countingVersions(event, DEADLINES.submissionsDueAt)).toEqual(new Map([[entry, 2]]))
  const trail = await (await db()).select().from(auditEntries).where(eq(auditEntries.objectId, entry))
  expect(JSON.stringify(trail)).not.toContain(reason)
  expect(trail.filter(({ details }) => details.late === true)).toHaveLength(2)
})

test('a withdrawn team’s project takes no more changes', async () => {
  const { captain, entry } = await makeWholeEntry()
  await (await db()).update(entries).set({ withdrawnAt: DURING_REGISTRATION }).where(eq(entries.id, entry))
  expect(codeOf(await editProject(captain, { entry, project: { title: 'Back' } }))).toBe('entry-withdrawn')
})

test('work ends when the organizer ends it, whatever the clock says', async () => {
  const { captain, entry, event, whole } = await makeWholeEntry()
  await done(editProject(captain, { entry, project: whole }))
  await (await db()).delete(eventPhases)
  await putAtPhase(event, 'registration', 'in-progress', 'judging')
  expect(codeOf(await submitProject(captain, { entry }))).toBe('closed-before-deadline')
})
