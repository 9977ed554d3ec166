import 'server-only'
import { and, asc, count, desc, eq, isNull, not, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { challenges, consents, entries, organizations, persons, teamMembers, teams } from '@/db/schema'
import { waitsForGuardian } from '../guardians/standing'

/** A team of an event in the words anyone may read, or null. Members are named only who agreed to that. */
export async function publicTeam(eventId: string, slug: string) {
  const database = await db()
  const owner = database
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .as('owner')
  const [found] = await database
    .select({
      team: teams.id,
      home: teams.eventId,
      entry: entries.id,
      slug: teams.slug,
      name: teams.name,
      institution: organizations.name,
      project: entries.title,
      summary: entries.summary,
      challenge: { code: challenges.code, title: challenges.title, context: challenges.context },
      challengeOwner: owner.name,
      withdrawn: entries.withdrawnAt,
    })
    .from(entries)
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .leftJoin(organizations, eq(organizations.id, teams.institutionId))
    .leftJoin(challenges, eq(challenges.id, entries.challengeId))
    .leftJoin(owner, eq(owner.id, challenges.ownerId))
    .where(and(eq(entries.eventId, eventId), eq(teams.slug, slug), isNull(teams.deletedAt)))
  if (!found) return null
  return { ...found, members: await membersOf(found.team), named: await namedMembers(found.team, found.home) }
}

async function membersOf(teamId: string) {
  const [seated] = await (await db())
    .select({ members: count() })
    .from(teamMembers)
    .where(and(eq(teamMembers.teamId, teamId), isNull(teamMembers.leftAt)))
  return seated?.members ?? 0
}

/** The members whose last word on publishing their name, for this event or in general, is yes, and their guardian’s too. */
async function namedMembers(teamId: string, eventId: string) {
  const database = await db()
  const lastWord = database
    .selectDistinctOn([consents.personId], { personId: consents.personId, given: consents.given })
    .from(consents)
    .where(
      and(eq(consents.purpose, 'publish-name'), or(isNull(consents.eventId), eq(consents.eventId, eventId))),
    )
    .orderBy(consents.personId, desc(consents.at))
    .as('last_word')
  return database
    .select({ givenName: persons.givenName, familyName: persons.familyName })
    .from(teamMembers)
    .innerJoin(persons, eq(persons.id, teamMembers.personId))
    .innerJoin(lastWord, and(eq(lastWord.personId, persons.id), eq(lastWord.given, true)))
    .where(
      and(
        eq(teamMembers.teamId, teamId),
        isNull(teamMembers.leftAt),
        isNull(persons.erasedAt),
        not(waitsForGuardian(eventId)),
      ),
    )
    .orderBy(asc(teamMembers.seat))
}
