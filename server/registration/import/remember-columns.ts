import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { importMappings } from '@/db/schema'
import type { Field } from '@/domain/registration/import/fields'
import { type Remembered, rememberedOf } from '@/domain/registration/import/remembered'

/** Keeps what an institution's list calls its columns, over what was kept of the same headings. */
export async function rememberColumns(
  institutionId: string,
  headings: readonly string[],
  columns: readonly (Field | null)[],
): Promise<void> {
  const rows = [...rememberedOf(headings, columns)].map(([heading, field]) => ({
    institutionId,
    heading: heading.slice(0, 200),
    field,
  }))
  if (rows.length === 0) return
  await (await db())
    .insert(importMappings)
    .values(rows)
    .onConflictDoUpdate({
      target: [importMappings.institutionId, importMappings.heading],
      set: { field: sql`excluded.field` },
    })
}

/** What is remembered of every institution's lists. */
export async function rememberedColumns(): Promise<Map<string, Remembered>> {
  const memories = new Map<string, Map<string, Field | null>>()
  for (const { institutionId, heading, field } of await (await db()).select().from(importMappings)) {
    const own = memories.get(institutionId) ?? new Map()
    memories.set(institutionId, own.set(heading, field))
  }
  return memories
}
