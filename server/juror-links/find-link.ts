import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { jurorLinks, jurors, persons, sessions } from '@/db/schema'
import { type DeviceName, deviceName } from '@/domain/people/device-name'
import { type FoundEvent, findEventById } from '../events/find-event'
import { isToken, tokenHash } from './token'

export interface FoundLink extends FoundEvent {
  readonly link: typeof jurorLinks.$inferSelect
  readonly seat: typeof jurors.$inferSelect
  readonly personId: string
}

/** The link of a token with its seat and event; null once it is revoked, its seat given up or its person barred. */
export async function findLink(token: unknown): Promise<FoundLink | null> {
  if (!isToken(token)) return null
  const [row] = await (await db())
    .select({ link: jurorLinks, seat: jurors, personId: persons.id })
    .from(jurorLinks)
    .innerJoin(jurors, eq(jurors.id, jurorLinks.jurorId))
    .innerJoin(persons, eq(persons.id, jurors.personId))
    .where(
      and(
        eq(jurorLinks.tokenHash, tokenHash(token)),
        isNull(jurorLinks.revokedAt),
        isNull(jurors.unseatedAt),
        isNull(persons.disabledAt),
        isNull(persons.erasedAt),
      ),
    )
  const found = row && (await findEventById(row.seat.eventId))
  return found ? { ...found, ...row } : null
}

/** What the device that claimed a link said it is, when it last came in by it. */
export async function claimingDevice(linkId: string): Promise<DeviceName> {
  const [session] = await (await db())
    .select({ device: sessions.device })
    .from(sessions)
    .where(eq(sessions.linkId, linkId))
    .orderBy(desc(sessions.createdAt))
    .limit(1)
  return deviceName(session?.device ?? null)
}
