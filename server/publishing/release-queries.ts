import 'server-only'
import { and, asc, eq, inArray, isNull, lte, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { offices, organizations, persons, publications, quotes, releases, releaseTexts } from '@/db/schema'
import { now } from '../clock'

/** The releases of an event that are out (published, and past their embargo), oldest first, each with its quotes. */
export async function releasesOf(eventId: string) {
  const database = await db()
  const found = await database
    .select({
      id: releases.id,
      slug: releases.slug,
      source: releases.source,
      language: releaseTexts.language,
      title: releaseTexts.title,
      lead: releaseTexts.lead,
      body: releaseTexts.body,
      publishedAt: publications.publishedAt,
    })
    .from(releases)
    .innerJoin(publications, eq(publications.releaseId, releases.id))
    .innerJoin(releaseTexts, and(eq(releaseTexts.releaseId, releases.id), eq(releaseTexts.language, 'en')))
    .where(
      and(
        eq(releases.eventId, eventId),
        lte(publications.publishedAt, now()),
        or(isNull(releases.embargoUntil), lte(releases.embargoUntil, now())),
      ),
    )
    .orderBy(asc(publications.publishedAt), asc(releases.slug))
  const said = await quotesOf(found.map(({ id }) => id))
  return found.map((release) => ({ ...release, quotes: said.filter(({ release: of }) => of === release.id) }))
}

/** The release at that address of the event, or null while it is not out. */
export async function findRelease(eventId: string, slug: string) {
  return (await releasesOf(eventId)).find((release) => release.slug === slug) ?? null
}

/** What was said, by whom, in the office they held that day. */
async function quotesOf(releaseIds: readonly string[]) {
  if (releaseIds.length === 0) return []
  return (await db())
    .select({
      id: quotes.id,
      release: quotes.releaseId,
      text: quotes.text,
      givenName: persons.givenName,
      familyName: persons.familyName,
      office: offices.title,
      organization: organizations.name,
    })
    .from(quotes)
    .innerJoin(persons, eq(persons.id, quotes.personId))
    .leftJoin(offices, eq(offices.id, quotes.officeId))
    .leftJoin(organizations, eq(organizations.id, offices.organizationId))
    .where(and(inArray(quotes.releaseId, [...releaseIds]), eq(quotes.language, 'en')))
    .orderBy(asc(quotes.id))
}
