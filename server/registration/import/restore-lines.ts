import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { type importLines, persons, registrations } from '@/db/schema'

/** Puts back what an import's updates wrote over. */
export async function restoreLines(lines: readonly (typeof importLines.$inferSelect)[]): Promise<void> {
  const database = await db()
  for (const { before, registrationId } of lines) {
    if (!before || !registrationId) continue
    const { givenName, familyName, programme, year, institutionId } = before
    const [registration] = await database
      .update(registrations)
      .set({
        id: registrationId,
        ...('programme' in before && { programme: programme as string | null }),
        ...('year' in before && { studyYear: year as number | null }),
        ...('institutionId' in before && { institutionId: institutionId as string | null }),
      })
      .where(eq(registrations.id, registrationId))
      .returning({ personId: registrations.personId })
    if (!registration || (givenName === undefined && familyName === undefined)) continue
    await database
      .update(persons)
      .set({
        ...(givenName !== undefined && { givenName: String(givenName) }),
        ...(familyName !== undefined && { familyName: String(familyName) }),
      })
      .where(eq(persons.id, registration.personId))
  }
}
