import 'server-only'
import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { now } from '../../clock'
import type { Rows } from './prepare-writes'

/** Writes rows that `prepareWrites` made, each in as many statements as tables need, in the caller's transaction. */
export async function writeRows(event: string, rows: Rows): Promise<void> {
  if (rows.of === 'teams') return writeTeams(event, rows.json)
  if (rows.updates) await updatePeople(event, rows.json)
  await writeLines(event, rows.json)
}

const at = () => sql`${now().toISOString()}::timestamptz`

/** Teams with their entries. */
async function writeTeams(event: string, json: string): Promise<void> {
  await database.execute(sql`
    with given as materialized (
      select * from json_to_recordset(${json}::json)
        as g(id uuid, entry uuid, slug text, name text, key text, institution uuid, seats int)),
    made as (
      insert into teams (id, event_id, slug, name, name_key, institution_id, seats, created_at)
      select id, ${event}::uuid, slug, name, key, institution, seats, ${at()} from given)
    insert into entries (id, team_id, event_id, entered_at)
    select entry, id, ${event}::uuid, ${at()} from given`)
}

const LINES = sql`(import uuid, institution uuid, line int, outcome text, person uuid, registration uuid,
  email text, given text, family text, programme text, year int, joins uuid, before jsonb,
  member uuid, team uuid, "teamMade" boolean, seat int, seats int, role text)`

/** What lists change in people who are registered; what they are silent about stays. */
async function updatePeople(event: string, json: string): Promise<void> {
  await database.execute(sql`
    with given as materialized (
      select * from json_to_recordset(${json}::json) as g${LINES} where g.outcome = 'update'),
    named as (
      update persons set given_name = coalesce(given.given, given_name),
        family_name = coalesce(given.family, family_name)
      from given where persons.id = given.person and num_nonnulls(given.given, given.family) > 0)
    update registrations set programme = coalesce(given.programme, registrations.programme),
      study_year = coalesce(given.year, study_year), institution_id = coalesce(given.joins, institution_id)
    from given where registrations.person_id = given.person and registrations.event_id = ${event}::uuid
      and num_nonnulls(given.programme, given.year, given.joins) > 0`)
}

/**
 * People, their registrations and seats, and what each line did, so that an undo takes back exactly that. Somebody who
 * is known by the address already is registered as who they are.
 */
async function writeLines(event: string, json: string): Promise<void> {
  await database.execute(sql`
    with given as materialized (
      select g.*, coalesce(e.person_id, g.person) as who,
        g.outcome = 'create' and e.person_id is null as newcomer,
        coalesce(g.registration, r.id) as registered
      from json_to_recordset(${json}::json) as g${LINES}
        left join person_emails e on g.outcome = 'create' and e.email = g.email
        left join registrations r on g.outcome = 'update' and r.person_id = g.person
          and r.event_id = ${event}::uuid),
    people as (
      insert into persons (id, given_name, family_name, created_at)
      select who, given.given, family, ${at()} from given where newcomer),
    addresses as (
      insert into person_emails (email, person_id) select email, who from given where newcomer),
    fresh as (
      insert into registrations
        (id, person_id, event_id, institution_id, programme, study_year, registered_at)
      select registration, who, ${event}::uuid, institution, programme, year, ${at()}
      from given where outcome = 'create'),
    seated as (
      insert into team_members
        (id, team_id, event_id, person_id, role, provisional, seat, seats, joined_at)
      select member, team, ${event}::uuid, who, role, role = 'captain', seat, seats, ${at()}
      from given where member is not null)
    insert into import_lines (import_id, line, outcome, registration_id, person_created,
      registration_created, before, team_id, team_created, member_id)
    select import, line, outcome, registered, newcomer, outcome = 'create', before, team,
      coalesce("teamMade", false), member from given`)
}
