import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { jurors, organizations, partnerships } from '@/db/schema'

/** Whose hands a result went through, by what they were there for: an office or an organization, never a name. */
export interface Hands {
  /** The office on the jury's seat, and whether it presides. Null for somebody who holds none. */
  readonly sealed: { readonly office: string; readonly president: boolean } | null
  /** The event's organizers, for one of whom it was published. */
  readonly published: readonly string[]
  /** One person did both. */
  readonly one: boolean
}

export async function handsOf(
  event: string,
  { sealedBy, publishedBy }: { sealedBy: string | null; publishedBy: string | null },
): Promise<Hands> {
  const database = await db()
  const [seat] = sealedBy
    ? await database
        .select({ office: jurors.office, president: jurors.president })
        .from(jurors)
        .where(and(eq(jurors.eventId, event), eq(jurors.personId, sealedBy), isNull(jurors.unseatedAt)))
    : []
  const organizers = await database
    .select({ name: organizations.name })
    .from(partnerships)
    .innerJoin(organizations, eq(organizations.id, partnerships.organizationId))
    .where(and(eq(partnerships.eventId, event), eq(partnerships.role, 'organizer')))
    .orderBy(asc(partnerships.position))
  return {
    sealed: seat ?? null,
    published: organizers.map(({ name }) => name),
    one: sealedBy === publishedBy,
  }
}
