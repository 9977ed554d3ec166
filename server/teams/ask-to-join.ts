import 'server-only'
import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { joinRequests, persons, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { cleanText } from '@/domain/registration/import/clean-text'
import { record } from '../audit'
import { now } from '../clock'
import { baseUrl } from '../env'
import { enqueueMail } from '../mail'
import { joinAskedMail } from '../people/erase-traces'
import { addressesOf } from '../people/queries'
import { withinLimit } from '../rate-limit'
import { type FoundTeam, findTeam, hasWithdrawn, holdPerson, holdTeam, seated, teamOf } from './find-team'

export interface Asking {
  readonly team: string
  /** A line to the captain. */
  readonly message?: string
}

/** How many teams a person asks: each question is a mail to a captain. */
export const ASKS = { times: 10, minutes: 60 }

const LONGEST_MESSAGE = 300

/**
 * Asks a team for one of its free seats; its captain hears of it by mail and answers once. Refused `asked-already`,
 * `ask-declined` (a captain is not asked again), `ask-nobody` (nobody leads the team), `already-in-team`, `waitlisted`,
 * `team-full`, `team-gone`, `message-long`, `slow-down`.
 */
export async function askToJoin(actor: Actor, input: Asking): Promise<{ request: string } | Refusal> {
  const found = await findTeam(input.team)
  const { personId } = actor
  if (!found) return refuse('not-found')
  const { event, facts } = found
  const no = can(actor, 'ask-to-join', { event: facts }, now())
  if (no) return no
  if (personId === null) return refuse('sign-in')
  const message = cleanText(input.message ?? '') || null
  if ([...(message ?? '')].length > LONGEST_MESSAGE)
    return refuse('message-long', { field: 'message', max: LONGEST_MESSAGE })
  const { times, minutes } = ASKS
  if (!(await withinLimit(`ask:${personId}`, { times, minutes }))) return refuse('slow-down', { minutes })
  return transaction(async (tx) => {
    await holdPerson(personId)
    const current = await teamOf(personId, event.id)
    if (current) return refuse('already-in-team', { team: current.name })
    const [registration] = await tx
      .select({ state: registrations.state })
      .from(registrations)
      .where(and(eq(registrations.personId, personId), eq(registrations.eventId, event.id)))
    if (registration?.state === 'waitlisted') return refuse('waitlisted')
    if (registration?.state !== 'registered') return refuse('register-first')
    const team = await holdTeam(found.team.id)
    if (!team || (await hasWithdrawn(team.id, event.id))) return refuse('team-gone')
    const members = await seated(team.id)
    if (members.length >= team.seats) return refuse('team-full', { team: team.name, seats: team.seats })
    const captain = members.find(({ role }) => role === 'captain')
    if (!captain) return refuse('ask-nobody', { team: team.name })
    if (await wasDeclined(team.id, personId)) return refuse('ask-declined', { team: team.name })
    const [asked] = await tx
      .insert(joinRequests)
      .values({ teamId: team.id, personId, message, askedAt: now() })
      .onConflictDoNothing()
      .returning({ id: joinRequests.id })
    if (!asked) return refuse('asked-already', { team: team.name })
    await tellCaptain(asked.id, personId, captain.personId, found)
    await record({
      actor,
      action: 'ask-to-join',
      object: { kind: 'join-request', id: asked.id },
      event: event.id,
      details: { team: team.id },
    })
    return { request: asked.id }
  })
}

/** Whether somebody of the team has said no. Who took the question back themselves may ask again. */
async function wasDeclined(teamId: string, personId: string): Promise<boolean> {
  const [declined] = await (await db())
    .select({ id: joinRequests.id })
    .from(joinRequests)
    .where(
      and(
        eq(joinRequests.teamId, teamId),
        eq(joinRequests.personId, personId),
        eq(joinRequests.accepted, false),
        isNotNull(joinRequests.answeredBy),
        ne(joinRequests.answeredBy, personId),
      ),
    )
    .limit(1)
  return declined !== undefined
}

async function tellCaptain(request: string, asker: string, captain: string, found: FoundTeam): Promise<void> {
  const [to] = await addressesOf(captain)
  const [person] = await (await db())
    .select({ name: persons.givenName })
    .from(persons)
    .where(eq(persons.id, asker))
  if (!to || !person) return
  const { event, edition, team } = found
  await enqueueMail({
    to,
    template: 'join-asked',
    event: event.id,
    values: {
      ...{ person: person.name, team: team.name, event: event.name },
      link: `${baseUrl()}/me?event=${edition.slug}/${event.slug}#requests`,
    },
    dedupeKey: joinAskedMail(request),
  })
}
