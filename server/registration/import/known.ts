import 'server-only'
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { database, db } from '@/db/client'
import { organizationDomains } from '@/db/schema'
import type { EventRow } from '../../events/find-event'
import { knownOrganizations } from '../../organizations/look-alikes'
import type { PackedContext } from './context'
import { rememberedColumns } from './remember-columns'

/** So many rows come at once: the embedded database answers nobody else while it gathers them. */
const PAGE = 2_000
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * All that a check of lists needs to know, as text that a thread can take without its being copied value by value.
 * Its digest tells whether any of it has changed.
 */
export async function packContext(event: EventRow): Promise<PackedContext> {
  const packed = {
    registrations: await pagesOf((after) => registrationsAfter(event.id, after)),
    teams: await pagesOf((after) => teamsAfter(event.id, after)),
    rest: JSON.stringify({
      institutions: await holdersOfDomains(),
      organizations: await knownOrganizations(),
      memories: [...(await rememberedColumns())].map(([id, columns]) => [id, [...columns]]),
      event: { teamSize: { min: event.teamMin, max: event.teamMax } },
    }),
  }
  const digest = createHash('sha256')
  for (const page of [...packed.registrations, ...packed.teams, packed.rest]) digest.update(page)
  return { ...packed, digest: digest.digest('hex') }
}

async function pagesOf(next: (after: string) => ReturnType<typeof sql>): Promise<string[]> {
  const pages: string[] = []
  for (let after: string | null = FIRST; after !== null; ) {
    const rows: { page: string | null; last: string | null; rows: number }[] = (
      await database.execute<{ page: string | null; last: string | null; rows: number }>(
        sql`select json_agg(known)::text as page, max(known.id) as last, count(*)::int as rows
          from (${next(after)}) known`,
      )
    ).rows
    const [found] = rows
    if (found?.page) pages.push(found.page)
    after = found && found.rows === PAGE ? found.last : null
  }
  return pages
}

const registrationsAfter = (event: string, after: string) => sql`
  select r.person_id::text as id, r.person_id as "personId",
    array(select e.email from person_emails e where e.person_id = r.person_id order by e.email) as emails,
    p.given_name as "givenName", p.family_name as "familyName", r.programme, r.study_year as year,
    r.institution_id as "institutionId", t.name_key as "teamKey", r.state,
    r.confirmed_at is not null as confirmed
  from registrations r join persons p on p.id = r.person_id
    left join team_members m on m.person_id = r.person_id and m.event_id = r.event_id and m.left_at is null
    left join teams t on t.id = m.team_id
  where r.event_id = ${event} and r.person_id > ${after}::uuid order by r.person_id limit ${PAGE}::int`

const teamsAfter = (event: string, after: string) => sql`
  select t.id::text as id, t.slug, t.name_key as key, t.name, t.seats, t.institution_id as "institutionId",
    t.deleted_at is not null as deleted,
    array(select m.seat from team_members m where m.team_id = t.id and m.left_at is null order by m.seat) as taken
  from teams t where t.event_id = ${event} and t.id > ${after}::uuid order by t.id limit ${PAGE}::int`

/** Every organization that has an e-mail domain, with its domains. */
async function holdersOfDomains() {
  return (await db())
    .select({
      id: organizationDomains.organizationId,
      domains: sql<string[]>`array_agg(${organizationDomains.domain} order by ${organizationDomains.domain})`,
    })
    .from(organizationDomains)
    .groupBy(organizationDomains.organizationId)
    .orderBy(organizationDomains.organizationId)
}
