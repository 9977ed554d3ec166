import 'server-only'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { decks, entries } from '@/db/schema'
import { writeChallenge } from '../../challenges/write-challenge'
import { done } from '../../judging/testing'
import { beginDeck } from '../../submissions/begin-deck'
import { editProject } from '../../submissions/edit-project'
import { openDeck } from '../../submissions/open-deck'
import { openDeliverable } from '../../submissions/queries'
import { submitProject } from '../../submissions/submit-project'
import type { Line } from './line'
import type { World } from './roles'

const reason = 'Sent by mail in time'

/** The winning team's project as its captain has filled it in. */
async function complete({ organizer, organization, edition, winner, roles }: World) {
  const challenge = { editionId: edition.id, ownerId: organization.id, code: 'C-1', title: 'Oil from above' }
  const { challenge: challengeId } = await done(writeChallenge(roles.owner ?? organizer, challenge))
  const words = { title: 'Oil spills', summary: 'Seen from space.', priorWork: 'None.', ipStatement: 'Ours.' }
  const links = { deckUrl: 'https://example.org/deck.pdf', videoUrl: 'https://example.org/video' }
  await done(editProject(organizer, { entry: winner, project: { challengeId, ...words, ...links }, reason }))
}

export const SUBMISSIONS: readonly Line[] = [
  {
    row: 'REG-07 edit team or project',
    at: 'registration',
    ask: (actor, { winner }) => editProject(actor, { entry: winner, project: { title: 'Oil from above' } }),
    own: ['captain'],
  },
  {
    row: 'REG-08 edit project',
    at: 'judging',
    ask: (actor, { winner }) => editProject(actor, { entry: winner, project: { title: 'Oil' }, reason }),
  },
  {
    row: 'REG-12 upload or replace a deliverable',
    at: 'registration',
    ask: async (actor, world) => {
      await complete(world)
      return submitProject(actor, { entry: world.winner })
    },
    own: ['participant', 'captain'],
  },
  {
    row: 'REG-12 upload or replace a deliverable',
    at: 'registration',
    ask: (actor, { winner }) => beginDeck(actor, { entry: winner, fileName: 'deck.pdf', bytes: 1000 }),
    own: ['participant', 'captain'],
  },
  {
    row: 'REG-13 open a deliverable',
    at: 'judging',
    ask: async (actor, world) => {
      await complete(world)
      await done(submitProject(world.organizer, { entry: world.winner, reason }))
      return openDeliverable(actor, world.winner)
    },
    own: ['participant', 'captain'],
  },
  {
    row: 'REG-13 open a deliverable',
    at: 'judging',
    ask: async (actor, world) => {
      await complete(world)
      const written = { entryId: world.winner, fileName: 'deck.pdf', bytes: 9, pages: 1, digest: 'd' }
      const by = { begunBy: world.organizer.personId ?? '', begunAt: new Date(0), finishedAt: new Date(0) }
      const [deck] = await database
        .insert(decks)
        .values({ ...written, ...by })
        .returning()
      await database.update(entries).set({ deckId: deck?.id }).where(eq(entries.id, world.winner))
      await done(submitProject(world.organizer, { entry: world.winner, reason }))
      return openDeck(actor, world.winner, null)
    },
    own: ['participant', 'captain'],
  },
]
