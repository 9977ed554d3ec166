import 'server-only'
import { db } from '@/db/client'
import { makeOrganization } from '@/db/factories'
import { challenges } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { isRefusal } from '@/domain/refusal'
import { DECK } from '@/domain/submissions/deck'
import { done, makeOpenEvent, makeStudent } from '../registration/testing'
import { actorOf } from '../session'
import { createTeam } from '../teams/create-team'
import { joinTeam } from '../teams/join-team'
import { makeInvitation } from '../teams/make-invitation'
import { beginDeck } from './begin-deck'
import { editProject } from './edit-project'
import { finishDeck } from './finish-deck'
import { sendDeckPart } from './send-deck-part'

export const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : 'done')

/** An open event with a team of a captain and a member, its empty entry, and a challenge to take. */
export async function makeEntry() {
  const made = await makeOpenEvent()
  const owner = await makeOrganization('cnes', 'CNES', 'agency')
  const [challenge] = await (await db())
    .insert(challenges)
    .values({ editionId: made.edition.id, ownerId: owner.id, code: 'CNES-1', title: 'City light at night' })
    .returning()
  if (!challenge) throw new Error('not written')
  const student = await makeStudent(made.event, 'Əli')
  const { team, entry } = await done(createTeam(student, { event: made.event, name: 'Night Lights AZ' }))
  const captain = await actorOf(student.personId)
  const { code } = await done(makeInvitation(captain, { team }))
  const joined = await makeStudent(made.event, 'Fərid')
  await done(joinTeam(joined, { code }))
  const member = await actorOf(joined.personId)
  return { ...made, team, entry, captain, member, challenge: challenge.id }
}

/** The same with all that is typed of a project: only the deck is missing. */
export async function makeWordedEntry() {
  const made = await makeEntry()
  const words = { challengeId: made.challenge, title: 'Night Lights', summary: 'Light seen from orbit.' }
  const rest = { videoUrl: 'https://youtu.be/abcdefghijk', priorWork: 'None.', ipStatement: 'Ours.' }
  await done(editProject(made.captain, { entry: made.entry, project: { ...words, ...rest } }))
  return made
}

export const FILE_NAME = 'night-lights-v3.pdf'

export async function begin(actor: Actor, entry: string, file: Uint8Array): Promise<string> {
  return (await done(beginDeck(actor, { entry, fileName: FILE_NAME, bytes: file.length }))).deck
}

/** Sends a file's bytes in parts, from one offset up to another. */
export async function send(actor: Actor, deck: string, file: Uint8Array, from = 0, to = file.length) {
  for (let offset = from; offset < to; offset += DECK.partBytes) {
    const bytes = file.subarray(offset, Math.min(to, offset + DECK.partBytes))
    await done(sendDeckPart(actor, { deck, offset, bytes }))
  }
}

export async function upload(actor: Actor, entry: string, file: Uint8Array) {
  const deck = await begin(actor, entry, file)
  await send(actor, deck, file)
  return done(finishDeck(actor, { deck }))
}
