import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'

/** Puts back what an import's updates wrote over, all lines at once. */
export async function restoreLines(importId: string): Promise<void> {
  await (await db()).execute(sql`
    with restored as (
      update registrations set
        programme = case when l.before ? 'programme' then l.before->>'programme' else programme end,
        study_year = case when l.before ? 'year' then (l.before->>'year')::int else study_year end,
        institution_id = case when l.before ? 'institutionId' then (l.before->>'institutionId')::uuid
          else institution_id end
      from import_lines l
      where l.import_id = ${importId}::uuid and l.before is not null and l.registration_id = registrations.id
      returning registrations.person_id, l.before)
    update persons set given_name = coalesce(restored.before->>'givenName', given_name),
      family_name = coalesce(restored.before->>'familyName', family_name)
    from restored where persons.id = restored.person_id`)
}
