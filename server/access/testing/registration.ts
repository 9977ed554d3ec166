import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { and, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { makePerson } from '@/db/factories'
import { persons, roleGrants, teamMembers } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { isRefusal, refuse } from '@/domain/refusal'
import { acknowledgementsAt, challengesToRead } from '../../challenges/participant-queries'
import { done } from '../../judging/testing'
import { addAddress } from '../../people/add-address'
import { namePerson } from '../../people/name-person'
import { addPerson } from '../../registration/add-person'
import { movePerson } from '../../registration/move-person'
import { registerStudent } from '../../registration/register-student'
import { answerJoinRequest } from '../../teams/answer-join-request'
import { askToJoin } from '../../teams/ask-to-join'
import { boardOf } from '../../teams/board-queries'
import { createTeam } from '../../teams/create-team'
import { deleteTeam } from '../../teams/delete-team'
import { handOverCaptaincy } from '../../teams/hand-over-captaincy'
import { joinTeam } from '../../teams/join-team'
import { leaveTeam } from '../../teams/leave-team'
import { listOnBoard } from '../../teams/list-on-board'
import { makeInvitation, type NewInvitation } from '../../teams/make-invitation'
import { removeMember } from '../../teams/remove-member'
import { renameTeam } from '../../teams/rename-team'
import { revokeInvitation } from '../../teams/revoke-invitation'
import { withdrawTeam } from '../../teams/withdraw-team'
import type { Line } from './line'
import type { World } from './roles'

/** The participant who is in no team yet asks to be in one. */
const whoIsAlone = (actor: SignedIn, { participant, alone }: World) =>
  actor.personId === participant.id ? alone : actor

/** An invitation of another team than the captain's and the participant's, made by its captain. */
export const invite = (world: World, terms: Partial<NewInvitation> = {}) =>
  done(makeInvitation(world.captains[1] ?? world.organizer, { team: world.field[1]?.team ?? '', ...terms }))

export const join = (actor: SignedIn, world: World, code: string) =>
  joinTeam(whoIsAlone(actor, world), { code })

/** Who is somebody else in the house is, by the same link, registered first (REG-01) and then a participant. */
const REGISTERED_BY_IT = Object.fromEntries(
  ['partner', 'helper', 'organizer', 'neighbour', 'edition_admin', 'owner'].map((role) => [role, 'done']),
)

/** Codes that let nobody in. Who holds one is told why, wherever they come from. */
const CLOSED_CODES: Readonly<Record<string, (world: World) => Promise<string>>> = {
  'invitation-unknown': async () => 'ABCDEF',
  'invitation-expired': async (world) =>
    (await invite(world, { expiresAt: new Date('2018-05-01T08:00:00Z') })).code,
  'invitation-revoked': async (world) => {
    const { invitation, code } = await invite(world)
    await done(revokeInvitation(world.captains[1] ?? world.organizer, { invitation }))
    return code
  },
}

async function fill(team: string, eventId: string) {
  for (const seat of [2, 3, 4, 5]) {
    const { id: personId } = await makePerson('One more')
    const row = { teamId: team, eventId, personId, seat, seats: 5, joinedAt: new Date() }
    await (await db()).insert(teamMembers).values(row)
  }
}

const seatOfParticipant = async ({ own, participant }: World) => {
  const seat = and(eq(teamMembers.teamId, own.team), eq(teamMembers.personId, participant.id))
  const [found] = await (await db()).select({ id: teamMembers.id }).from(teamMembers).where(seat)
  return found?.id ?? ''
}

/** Sends fields that no form has along with one's own name, and looks for what they could have set. */
async function sendMore(actor: SignedIn, { event }: World) {
  const more = { role: 'event-organizer', owner: true, event, status: 'sealed', disabledAt: null, id: event }
  const before = await setByOthers(actor)
  const named = await namePerson(actor, { givenName: 'Aysel', ...more })
  if (isRefusal(named)) return named
  return isDeepStrictEqual(await setByOthers(actor), before) ? refuse('not-allowed') : named
}

async function setByOthers({ personId }: SignedIn) {
  const { id, createdAt, disabledAt, erasedAt } = persons
  const person = { id, createdAt, disabledAt, erasedAt }
  return [
    await (await db()).select(person).from(persons).where(eq(id, personId)),
    await (await db()).select().from(roleGrants).where(eq(roleGrants.personId, personId)),
  ]
}

export const REGISTRATION: readonly Line[] = [
  {
    row: 'REG-01 register oneself as a participant',
    at: 'registration',
    ask: (actor, { event }) => registerStudent(actor, { event, institution: null }),
    // A visitor proves an address first and is somebody then.
    notes: { anonymous: 'sign-in' },
  },
  {
    row: 'REG-02 create a team',
    at: 'registration',
    ask: (actor, world) => createTeam(whoIsAlone(actor, world), { event: world.event, name: 'Xəzər Sat' }),
    notes: { captain: 'already-in-team', neighbour: 'register-first' },
  },
  {
    row: 'REG-03 create a team',
    at: 'judging',
    ask: (actor, world) => createTeam(whoIsAlone(actor, world), { event: world.event, name: 'Xəzər Sat' }),
    notes: { neighbour: 'register-first' },
  },
  {
    row: 'REG-04 join a team with a valid invitation',
    at: 'registration',
    ask: async (actor, world) => join(actor, world, (await invite(world)).code),
    notes: { captain: 'already-in-team', ...REGISTERED_BY_IT },
  },
  ...Object.entries(CLOSED_CODES).map(
    ([neighbour, codeIn]): Line => ({
      row: "REG-05 join without / with an expired / revoked / other team's invitation",
      at: 'registration',
      ask: async (actor, world) => join(actor, world, await codeIn(world)),
      notes: { neighbour },
    }),
  ),
  {
    row: 'REG-06 join a full team or a second team of the event',
    at: 'registration',
    ask: async (actor, world) => {
      const { code } = await invite(world)
      await fill(world.field[1]?.team ?? '', world.event)
      return join(actor, world, code)
    },
    notes: { captain: 'already-in-team', neighbour: 'team-full' },
  },
  {
    row: 'REG-07 edit team or project',
    at: 'registration',
    ask: (actor, { own }) => renameTeam(actor, { team: own.team, name: 'Ulduz Baku' }),
    own: ['captain'],
  },
  ...[makeInvitation, removeMember, handOverCaptaincy].map(
    (manage): Line => ({
      row: 'REG-09 remove a member or hand over captaincy',
      at: 'registration',
      ask: async (actor, world) =>
        manage(actor, { team: world.own.team, member: await seatOfParticipant(world) }),
      own: ['captain'],
    }),
  ),
  {
    row: 'REG-10 leave the team',
    at: 'registration',
    ask: (actor, { own }) => leaveTeam(actor, { team: own.team }),
    own: ['participant'],
    notes: { captain: 'captain-leaves' },
  },
  {
    row: 'REG-11 delete a team that has marks',
    at: 'all-cast',
    ask: (actor, { own }) => deleteTeam(actor, { team: own.team }),
  },
  {
    row: 'REG-13 withdraw a team',
    at: 'judging',
    ask: (actor, { own }) => withdrawTeam(actor, { team: own.team }),
    own: ['captain'],
  },
  {
    row: 'REG-14 set a role or owner or event or status through extra fields',
    at: 'registration',
    ask: sendMore,
    notes: { neighbour: 'not-allowed' },
  },
  {
    row: 'REG-14 register or move a person after closing',
    at: 'judging',
    ask: (actor, { event, organization }) =>
      addPerson(actor, {
        event,
        givenName: 'Nərmin',
        email: 'narmin@people.example',
        institution: organization.id,
        reason: 'The list of the university came late',
      }),
  },
  {
    row: 'REG-14 register or move a person after closing',
    at: 'judging',
    ask: (actor, { event, alone, own }) =>
      movePerson(actor, { event, person: alone.personId, team: own.team, reason: 'Replaces who is ill' }),
  },
  {
    row: 'REG-14 register or move a person after closing',
    at: 'judging',
    ask: (actor, { event, participant }) =>
      addAddress(actor, { event, person: participant.id, email: 'second@people.example' }),
  },
  {
    row: 'TEA-01 ask a team to join it',
    at: 'registration',
    ask: (actor, world) => askToJoin(whoIsAlone(actor, world), { team: world.field[1]?.team ?? '' }),
    notes: { captain: 'already-in-team' },
  },
  {
    row: 'TEA-02 answer a request to join',
    at: 'registration',
    ask: async (actor, { own, alone }) => {
      const { request } = await done(askToJoin(alone, { team: own.team }))
      return answerJoinRequest(actor, { request, accept: true })
    },
    own: ['captain'],
  },
  {
    row: 'TEA-03 see the board of who looks for a team',
    at: 'registration',
    ask: (actor, { event }) => boardOf(actor, event),
  },
  {
    row: 'TEA-04 put oneself on the board',
    at: 'registration',
    ask: (actor, world) =>
      listOnBoard(whoIsAlone(actor, world), {
        ...{ event: world.event, skills: 'GIS', languages: 'az', agrees: true },
      }),
    own: ['participant'],
    notes: { captain: 'already-in-team' },
  },
  {
    row: 'CHA-01 acknowledge the terms of a challenge and see its data',
    at: 'registration',
    ask: (actor, { event }) => challengesToRead(actor, event),
  },
  {
    row: 'CHA-02 see who acknowledged the terms of a challenge',
    at: 'registration',
    ask: (actor, { event }) => acknowledgementsAt(actor, event),
  },
]
