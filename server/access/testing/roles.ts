import 'server-only'
import { db } from '@/db/client'
import { grant, makeOrganization, makePerson } from '@/db/factories'
import { conflicts, eventPhases, registrations, teamMembers } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { isRefusal } from '@/domain/refusal'
import { assignPanel } from '../../judging/assign-panel'
import { closeScoring } from '../../judging/close-scoring'
import { confirmOffer } from '../../promotion/confirm-offer'
import { nominateWinner } from '../../promotion/nominate-winner'
import { publishResult } from '../../publishing/publish-result'
import { sealResult } from '../../ranking/seal-result'
import { castAll, makeJury } from '../../ranking/testing'
import { actorOf, nobody } from '../../session'

/** How far the Azerbaijan final has come when the question is asked. */
export const STAGES = [
  'registration',
  'judging',
  'all-cast',
  'deliberation',
  'sealed',
  'published',
  'offered',
  'confirmed',
] as const
export type Stage = (typeof STAGES)[number]

const AT = new Date('2018-05-20T08:00:00Z')

/**
 * One person for each column of the access policy, around the Azerbaijan final at a stage: the captain and the
 * participant share its winning team (`alone` is registered and in none), the second juror is the juror, the third is in conflict with that team.
 */
export async function makeRoles(stage: Stage) {
  const jury = await makeJury(['Ulduz', 'SkyWell', 'AgroSAR'], 5)
  const event = jury.national.id
  const [president, juror, conflicted] = jury.actors
  const [captain] = jury.captains
  const [winner, second] = jury.entries
  const [own] = jury.field
  const seat = jury.seats[2]
  if (!president || !juror || !conflicted || !captain || !winner || !second || !own || !seat)
    throw new Error('The jury is not complete')
  const organization = await makeOrganization('cnes', 'CNES', 'agency')
  await (await db()).insert(conflicts).values({
    jurorId: seat.id,
    entryId: winner,
    kind: 'declared',
    reason: 'A sister is in the team',
    recordedAt: AT,
  })
  const participant = await makePerson('Participant')
  await (await db()).insert(teamMembers).values({
    teamId: own.team,
    eventId: event,
    personId: participant.id,
    seat: 2,
    seats: 5,
    joinedAt: AT,
  })
  for (const personId of [participant.id, own.captain])
    await (await db()).insert(registrations).values({ personId, eventId: event, registeredAt: AT })

  const loner = await makePerson('Loner')
  await (await db()).insert(registrations).values({ personId: loner.id, eventId: event, registeredAt: AT })

  const withGrant = async (name: string, ...[role, node]: [Parameters<typeof grant>[1], string]) => {
    const person = await makePerson(name)
    await grant(person.id, role, node)
    return actorOf(person.id)
  }
  const roles: Record<string, Actor> = {
    anonymous: nobody(),
    participant: await actorOf(participant.id),
    captain: await actorOf(own.captain),
    juror,
    conflicted_juror: conflicted,
    president,
    partner: await withGrant('Partner', 'organization-partner', organization.id),
    helper: await withGrant('Helper', 'event-helper', event),
    organizer: jury.organizer,
    neighbour: jury.neighbour,
    edition_admin: await withGrant('Administrator', 'edition-administrator', jury.edition.id),
    owner: await withGrant('Owner', 'competition-owner', jury.competition.id),
  }
  const promotion = await reach(stage, jury, captain)
  const alone = await actorOf(loner.id)
  return { ...jury, event, roles, organization, participant, alone, own, winner, second, promotion }
}

export type World = Awaited<ReturnType<typeof makeRoles>>

/** Plays the final up to a stage through its own use cases, and gives the offered promotion's id once there is one. */
async function reach(stage: Stage, jury: Awaited<ReturnType<typeof makeJury>>, captain: Actor) {
  const event = jury.national.id
  const [president] = jury.actors
  const steps: Record<Exclude<Stage, 'registration'>, () => Promise<unknown>> = {
    // The sheets are opened where nobody casts them all at once.
    judging: async () => stage === 'judging' && assignPanel(jury.organizer, { event }),
    'all-cast': () => castAll(jury, [9, 6, 3]),
    deliberation: () => closeScoring(jury.organizer, { event }),
    sealed: async () => president && sealResult(president, { event }),
    published: () => publishResult(jury.organizer, { event, openness: 'scores' }),
    offered: () => nominateWinner(jury.organizer, { event }),
    confirmed: async () => confirmOffer(captain, { promotion }),
  }
  if (stage === 'registration') return reopenRegistration(event)
  let promotion = ''
  for (const step of STAGES.slice(1, STAGES.indexOf(stage) + 1)) {
    if (step === 'registration') continue
    const outcome = await steps[step]()
    if (isRefusal(outcome)) throw new Error(`${step}: ${outcome.code}`)
    if (step === 'offered') promotion = (outcome as { promotion: string }).promotion
  }
  return promotion
}

async function reopenRegistration(eventId: string): Promise<string> {
  const step = { eventId, ordinal: 4, phase: 'registration' as const, enteredAt: AT }
  await (await db()).insert(eventPhases).values(step)
  return ''
}
