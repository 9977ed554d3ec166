import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { grant, makeOrganization, makePerson } from '@/db/factories'
import * as schema from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { addPartnership } from '../events/add-partnership'
import { done } from '../registration/testing'
import { actorOf } from '../session'
import { makeEdition } from '../testing'
import { declineProposal } from './decline-proposal'
import { mergeOrganizations } from './merge-organizations'
import { proposalsAbout, waitingProposals } from './proposals'
import { proposeMerge } from './propose-merge'
import { undoMerge } from './undo-merge'

testDatabase()

type Made = Awaited<ReturnType<typeof makeEdition>>

let made: Made
let admin: Made['organizer']
let twin: string
let kept: string
let third: string

beforeEach(async () => {
  made = await makeEdition()
  const person = await makePerson('Administrator')
  await grant(person.id, 'edition-administrator', made.edition.id)
  admin = await actorOf(person.id)
  twin = (await makeOrganization('asoiu', 'ASOIU')).id
  kept = (await makeOrganization('oil', 'Azerbaijan State Oil and Industry University')).id
  third = (await makeOrganization('ministry', 'Ministry')).id
  for (const organization of [twin, third])
    await done(addPartnership(made.organizer, { event: made.national.id, organization, role: 'supporter' }))
})

const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : outcome)
const propose = (merged = twin, into = kept, reason?: string) =>
  proposeMerge(made.organizer, { event: made.national.id, merged, into, reason })
const merge = (merged = twin, into = kept) =>
  mergeOrganizations(admin, { edition: made.edition.id, merged, into })
const told = async (organization: string) =>
  (await done(proposalsAbout(made.organizer, { event: made.national.id, organization }))).map(
    ({ merged, into, reason, state, answer }) => ({ merged, into, reason, state, answer }),
  )
const waiting = async () => (await waitingProposals(made.edition.id)).map(({ id }) => id)
const ASOIU = {
  merged: 'ASOIU',
  into: 'Azerbaijan State Oil and Industry University',
  reason: null,
  answer: null,
}

test('a proposal waits where the edition is administered, and the merge answers it, whichever way round', async () => {
  const { proposal } = await done(propose(twin, kept, ' The same house '))
  expect([await waiting(), await told(twin)]).toEqual([
    [proposal],
    [{ ...ASOIU, reason: 'The same house', state: 'waiting' }],
  ])
  const { merge: id } = await done(merge(kept, twin))
  expect([await waiting(), (await told(twin))[0]?.state]).toEqual([[], 'merged'])
  await done(undoMerge(admin, { edition: made.edition.id, merge: id }))
  // Taken back on purpose: nobody is asked the same again unless somebody proposes it again.
  expect([await waiting(), (await told(twin))[0]?.state]).toEqual([[], 'taken-back'])
  await done(propose())
  expect((await told(twin)).map(({ state }) => state)).toEqual(['waiting', 'taken-back'])
})

test('another merge of either overtakes a proposal, and taken back opens it again', async () => {
  const { proposal } = await done(propose())
  const { proposal: other } = await done(propose(third, twin))
  const { merge: id } = await done(merge(twin, third))
  expect([await waiting(), (await told(kept)).map(({ state }) => state)]).toEqual([[], ['overtaken']])
  await done(undoMerge(admin, { edition: made.edition.id, merge: id }))
  expect(await waiting()).toEqual([proposal])
  const rows = await (await db()).select().from(schema.mergeProposals)
  expect(rows.find(({ id }) => id === other)).toMatchObject({ mergeId: id })
  expect(rows.find(({ id }) => id === proposal)).toMatchObject({ mergeId: null, decidedBy: null })
})

test('a proposal about the one that stays goes on waiting', async () => {
  const { proposal } = await done(propose(kept, third))
  await done(merge(twin, kept))
  expect(await waiting()).toEqual([proposal])
})

test('it is declined once, with a reason the organizer reads', async () => {
  const { proposal } = await done(propose())
  const decline = (reason: string, actor = admin) => declineProposal(actor, { proposal, reason })
  expect([
    codeOf(await decline('Two houses', made.neighbour)),
    codeOf(await decline('Two houses', made.organizer)),
    codeOf(await decline(' ')),
    codeOf(await decline('Two houses since 2015')),
    codeOf(await decline('Once more')),
  ]).toEqual(['not-found', 'not-found', 'reason-missing', { declined: proposal }, 'proposal-decided'])
  expect(await told(kept)).toEqual([{ ...ASOIU, state: 'declined', answer: 'Two houses since 2015' }])
  await done(propose(kept, twin))
})

test('what cannot be proposed is refused by name, and nothing is written', async () => {
  const far = (await makeOrganization('far')).id
  const { id: event } = made.national
  const outcomes = [
    codeOf(await propose(twin, twin)),
    codeOf(await propose(twin, 'nowhere')),
    codeOf(await propose(kept, far)),
    codeOf(await propose(twin, kept, 'x'.repeat(2001))),
    codeOf(await proposeMerge(made.neighbour, { event, merged: twin, into: kept })),
    codeOf(await proposeMerge(admin, { event, merged: twin, into: kept })),
  ]
  await done(merge())
  outcomes.push(codeOf(await propose(third, twin)))
  expect(outcomes).toEqual([
    'merge-itself',
    'not-found',
    'merge-elsewhere',
    'reason-long',
    'not-found',
    'not-allowed',
    'not-found',
  ])
  expect(await (await db()).select().from(schema.mergeProposals)).toEqual([])
})

test('of two who propose the same at once one does, and each deed is in the event’s audit', async () => {
  const both = await Promise.all([propose(), propose(kept, twin), propose()])
  expect(both.filter(isRefusal).map(({ code }) => code)).toEqual(['merge-proposed', 'merge-proposed'])
  const [proposal = ''] = await waiting()
  const answers = await Promise.all([
    declineProposal(admin, { proposal, reason: 'Two houses' }),
    declineProposal(admin, { proposal, reason: 'No' }),
    merge(),
  ])
  expect(answers.filter(isRefusal).every(({ code }) => code === 'proposal-decided')).toBe(true)
  const [row] = await (await db()).select().from(schema.mergeProposals)
  expect((row?.answer === null) !== (row?.mergeId === null)).toBe(true)
  const entries = await (await db()).select().from(schema.auditEntries)
  const deeds = entries
    .filter(({ objectKind }) => objectKind === 'merge-proposal')
    .map(({ action }) => action)
  expect(deeds.filter((action) => action === 'propose-merge')).toHaveLength(1)
  expect(deeds.filter((action) => action === 'decline-proposal')).toHaveLength(row?.answer === null ? 0 : 1)
})
