import 'server-only'
import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { realNow } from '../../clock'
import { type CheckedImport, checkImport, importableEvent } from './check-import'
import type { CheckedLists } from './check-lists'
import type { Draft } from './draft'

interface Kept {
  readonly key: string
  readonly checked: CheckedLists
  readonly lines: number
  at: number
}

/** A look at another page of the same check is minutes away, and so many lines are all that memory is given for. */
const KEPT_MS = 5 * 60_000
const MOST_LINES = 250_000

// One per process, not one per bundle.
const shared = globalThis as typeof globalThis & { apogeeChecks?: Map<string, Kept> }
shared.apogeeChecks ??= new Map()
const kept = shared.apogeeChecks

/**
 * What a check of a draft's lists says, kept for minutes so that who turns its pages does not have all of it read and
 * planned again. It is made anew when anything was said about a list, or people, teams or institutions have come or gone.
 */
export async function checkDraft(actor: Actor, draft: Draft): Promise<CheckedImport | Refusal> {
  const input = { event: draft.event, lists: draft.lists }
  const event = await importableEvent(actor, input)
  if (isRefusal(event)) return event
  const key = `${draft.touchedAt} ${await stateOf(draft.event)}`
  const known = kept.get(draft.id)
  if (known?.key === key) {
    known.at = realNow().getTime()
    return { event, ...known.checked }
  }
  const checked = await checkImport(actor, input)
  if (isRefusal(checked)) return checked
  const { lists, plan } = checked
  keep(draft.id, { key, checked: { lists, plan }, lines: plan.figures.rows, at: realNow().getTime() })
  return checked
}

function keep(id: string, check: Kept): void {
  kept.delete(id)
  kept.set(id, check)
  let lines = [...kept.values()].reduce((sum, one) => sum + one.lines, 0)
  for (const [oldest, one] of kept) {
    if (lines <= MOST_LINES) break
    kept.delete(oldest)
    lines -= one.lines
  }
  setTimeout(forgetOld, KEPT_MS + 1_000).unref()
}

function forgetOld(): void {
  const oldest = realNow().getTime() - KEPT_MS
  for (const [id, { at }] of kept) if (at < oldest) kept.delete(id)
  if (kept.size > 0) setTimeout(forgetOld, KEPT_MS).unref()
}

/** Figures that change with what a check asks the database for. */
async function stateOf(event: string): Promise<string> {
  const { rows } = await database.execute<{ state: string }>(sql`
    select concat_ws(' ',
      (select concat_ws(' ', count(*), count(confirmed_at), count(withdrawn_at), count(institution_id))
        from registrations where event_id = ${event}),
      (select concat_ws(' ', count(*), count(left_at)) from team_members where event_id = ${event}),
      (select concat_ws(' ', count(*), count(deleted_at)) from teams where event_id = ${event}),
      (select concat_ws(' ', count(*), count(merged_into_id)) from organizations),
      (select count(*) from organization_domains), (select count(*) from organization_aliases),
      (select concat_ws(' ', count(*), count(field)) from import_mappings)) as state`)
  return rows[0]?.state ?? ''
}
