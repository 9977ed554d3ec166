/**
 * `enlarge.ts --jurors 30 --entries 3000`: makes the played Baku final larger, for measuring: jurors with accounts
 * `bench1`, `bench2`… who score every team of the example, and entries up to that number with ballots of their own.
 */
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { adoptConnection, connect, database } from '@/db/client'
import { assignPanel } from '@/server/judging/assign-panel'
import { seatJuror } from '@/server/judging/seat-juror'
import { actorOf } from '@/server/session'
import { done } from '../seed/expected'
import { playPerson } from '../seed/roles'

const { values } = parseArgs({ options: { jurors: { type: 'string' }, entries: { type: 'string' } } })

const connection = await connect()
adoptConnection(connection)
const { event, organizer } = await baku()
for (let seat = 1; seat <= Number(values.jurors ?? 0); seat++) {
  const person = await playPerson(organizer, event, `Bench ${seat}`, `bench${seat}`)
  await done(seatJuror(organizer, { event, person, office: `Bench ${seat}`, invented: true }))
}
if (values.jurors) await done(assignPanel(organizer, { event }))
if (values.entries) await addEntries(Number(values.entries))
await connection.close()

async function baku() {
  const found = await database.execute<{ event: string; organizer: string }>(sql`
    select events.id as event, person_emails.person_id as organizer from events, person_emails
    where events.slug = 'azerbaijan' and person_emails.email = 'organizer@example.org'`)
  const [{ event, organizer } = { event: '', organizer: '' }] = found.rows
  return { event, organizer: await actorOf(organizer) }
}

/** Rows beyond what a use case would ever be asked for at once: each entry with three submitted ballots of the first jurors. */
async function addEntries(until: number): Promise<void> {
  await database.execute(sql`
    with numbers as (
      select generate_series(1, ${until} - (select count(*)::int from entries where event_id = ${event})) as n
    ), made as (
      insert into teams (id, event_id, slug, name, name_key, seats, created_at)
      select gen_random_uuid(), ${event}, 'bench-' || n, 'Bench ' || n, 'bench ' || n, 5, now() from numbers
      returning id
    )
    insert into entries (id, team_id, event_id, entered_at)
    select gen_random_uuid(), id, ${event}, now() from made`)
  await database.execute(sql`
    insert into assignments (juror_id, entry_id, assigned_at)
    select jurors.id, entries.id, now() from entries
      join teams on teams.id = entries.team_id and teams.slug like 'bench-%'
      join jurors on jurors.event_id = entries.event_id and jurors.position <= 3
    where entries.event_id = ${event}`)
  await database.execute(sql`
    insert into ballots (id, juror_id, entry_id, status, changed_at)
    select gen_random_uuid(), juror_id, entry_id, 'submitted', now() from assignments
    where not exists (select from ballots held
      where held.juror_id = assignments.juror_id and held.entry_id = assignments.entry_id)`)
  await database.execute(sql`
    insert into marks (id, juror_id, entry_id, criterion_id, value, scale_min, scale_max, device, seq, made_at, received_at)
    select gen_random_uuid(), assignments.juror_id, entries.id, criteria.id, criteria.scale_max, criteria.scale_min,
      criteria.scale_max, 'bench', row_number() over (), now(), now()
    from assignments join entries on entries.id = assignments.entry_id
      join teams on teams.id = entries.team_id and teams.slug like 'bench-%'
      join criteria on criteria.event_id = entries.event_id and criteria.award_id is null`)
  await database.execute(sql`
    insert into current_marks (juror_id, entry_id, criterion_id, mark_id)
    select marks.juror_id, marks.entry_id, marks.criterion_id, marks.id from marks
      join entries on entries.id = marks.entry_id
      join teams on teams.id = entries.team_id and teams.slug like 'bench-%'`)
  await database.execute(sql`analyze`)
}
