import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { jurorLinks, jurors, personEmails, sessions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type DeviceName, deviceName } from '@/domain/people/device-name'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { claimingDevice, findLink } from './find-link'
import { tokenHash } from './token'
import { countTry } from './tries'

/** What a personal link opens, and who came first. */
export interface SeenLink {
  readonly office: string
  readonly event: { readonly name: string; readonly city: string; readonly timeZone: string }
  /** Null while nobody has started with it; `own` where it was this device. */
  readonly claim: { readonly own: boolean; readonly at: Date; readonly device: DeviceName } | null
}

/**
 * Looks at a personal link. Nothing is used up: mail scanners and previews open every link. `device` is the secret the
 * asking browser is known by, if it has one. Refused `gone-juror-link`, `slow-down`.
 */
export async function seeJurorLink(token: string, device: string | null): Promise<SeenLink | Refusal> {
  const found = await findLink(token)
  const slow = await countTry('look', { link: found?.link.id, device })
  if (slow) return slow
  if (!found) return refuse('gone-juror-link')
  const { link, seat, event } = found
  const own = device !== null && link.claimedDevice === tokenHash(device)
  return {
    office: seat.office,
    event: { name: event.name, city: event.city, timeZone: event.timeZone },
    claim: link.claimedAt && { own, at: link.claimedAt, device: await claimingDevice(link.id) },
  }
}

/** How the personal link of a seat stands: handed out at all, claimed when and by what. */
export interface LinkState {
  readonly juror: string
  readonly madeAt: Date | null
  readonly claimedAt: Date | null
  readonly device: DeviceName
  readonly seenAt: Date | null
  /** The person of the seat has an address to sign in with as well. */
  readonly account: boolean
}

/** The personal links of a jury's seats, in their order, for who may make and revoke them. */
export async function linksOf(actor: Actor, eventId: string): Promise<LinkState[] | Refusal> {
  const found = await findEventById(eventId)
  if (!found) return refuse('not-found')
  const no = can(actor, 'manage-juror-links', { event: found.facts }, now())
  if (no) return no
  const rows = await (await db())
    .select({
      juror: jurors.id,
      madeAt: jurorLinks.createdAt,
      claimedAt: jurorLinks.claimedAt,
      agent: sql<string | null>`(select ${sessions.device} from ${sessions}
        where ${sessions.linkId} = ${jurorLinks.id} order by ${sessions.createdAt} desc limit 1)`,
      seenAt: jurors.lastSeenAt,
      account: sql<boolean>`exists (select from ${personEmails} where ${personEmails.personId} = ${jurors.personId})`,
    })
    .from(jurors)
    .leftJoin(jurorLinks, and(eq(jurorLinks.jurorId, jurors.id), isNull(jurorLinks.revokedAt)))
    .where(and(eq(jurors.eventId, eventId), isNull(jurors.unseatedAt)))
    .orderBy(jurors.position)
  return rows.map(({ agent, ...row }) => ({ ...row, device: deviceName(agent) }))
}
