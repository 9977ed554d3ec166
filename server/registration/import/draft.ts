import 'server-only'
import { and, asc, desc, eq, getTableColumns, gte, inArray, lt } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { importDraftLists, importDrafts } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { type Refusal, refuse } from '@/domain/refusal'
import { realNow } from '../../clock'
import { isUuid } from '../../events/find-event'
import { isOrganization } from '../../organizations/find-organization'
import { type GivenList, listOf, rowOf, saidOf } from './given-list'

/** A list of a draft; its place never changes, whatever is taken out before it. */
export type DraftList = GivenList & { readonly position: number }

/** The lists an organizer is checking, with what they have said about them so far. */
export interface Draft {
  readonly id: string
  readonly owner: string
  readonly event: string
  readonly lists: readonly DraftList[]
  readonly touchedAt: number
}

export const DRAFT_LIMITS = { lists: 20, ofOnePerson: 5, hours: 4, bytes: 50 * 1024 * 1024 } as const

const oldest = () => new Date(realNow().getTime() - DRAFT_LIMITS.hours * 3_600_000)
const { content: _, ...SAID } = getTableColumns(importDraftLists)

/**
 * Keeps lists to check, for this person and event alone; their oldest drafts make room, and what nobody has touched for
 * hours is forgotten. Refused: `list-many`, `lists-large`.
 */
export async function keepDraft(
  actor: SignedIn,
  event: string,
  lists: readonly GivenList[],
): Promise<Draft | Refusal> {
  const { lists: most, bytes } = DRAFT_LIMITS
  if (lists.length > most) return refuse('list-many', { field: 'files', limit: most })
  if (lists.reduce((sum, list) => sum + list.bytes.length, 0) > bytes)
    return refuse('lists-large', { field: 'files', megabytes: bytes / 1024 / 1024 })
  return transaction(async (tx) => {
    await sweepDrafts()
    const [row] = await tx
      .insert(importDrafts)
      .values({ eventId: event, personId: actor.personId, touchedAt: realNow() })
      .returning()
    if (!row) throw new Error('The draft was not kept')
    const placed = lists.map((list, position) => ({ ...list, position }))
    for (const list of placed)
      await tx
        .insert(importDraftLists)
        .values({ draftId: row.id, position: list.position, ...rowOf(await withKnownInstitution(list)) })
    await dropOldest(actor.personId)
    return draftOf(row, placed)
  })
}

/** The draft with this id, if it is this person's and of this event and not forgotten yet. */
export async function findDraft(actor: SignedIn, event: string, id: string): Promise<Draft | null> {
  if (!isUuid(id) || !isUuid(event)) return null
  const database = await db()
  const [row] = await database
    .select()
    .from(importDrafts)
    .where(
      and(
        eq(importDrafts.id, id),
        eq(importDrafts.personId, actor.personId),
        eq(importDrafts.eventId, event),
        gte(importDrafts.touchedAt, oldest()),
      ),
    )
  if (!row) return null
  const lists = await database
    .select()
    .from(importDraftLists)
    .where(eq(importDraftLists.draftId, id))
    .orderBy(asc(importDraftLists.position))
  return draftOf(
    row,
    lists.map((list) => ({ ...listOf(list, list.content), position: list.position })),
  )
}

/**
 * Says something more about one list of a draft; null takes the list out. What was said about it meanwhile is what it
 * changes. Null when the draft is gone: imported, given up or forgotten.
 */
export async function changeList(
  draft: Draft,
  index: number,
  change: (list: GivenList) => GivenList | null,
): Promise<Draft | null> {
  const files = new Map(draft.lists.map(({ position, bytes }) => [position, bytes]))
  return transaction(async (tx) => {
    const [held] = await tx
      .update(importDrafts)
      .set({ touchedAt: realNow() })
      .where(eq(importDrafts.id, draft.id))
      .returning()
    if (!held) return null
    const rows = await tx
      .select(SAID)
      .from(importDraftLists)
      .where(eq(importDraftLists.draftId, draft.id))
      .orderBy(asc(importDraftLists.position))
    const lists: DraftList[] = []
    for (const { position, ...row } of rows) {
      const bytes = files.get(position)
      if (!bytes) continue
      const own = and(eq(importDraftLists.draftId, draft.id), eq(importDraftLists.position, position))
      const list = listOf(row, bytes)
      const said = position === draft.lists[index]?.position ? change(list) : list
      const changed = said && (await withKnownInstitution(said))
      if (changed === null) await tx.delete(importDraftLists).where(own)
      else if (changed !== list) await tx.update(importDraftLists).set(saidOf(changed)).where(own)
      if (changed) lists.push({ ...changed, position })
    }
    return draftOf(held, lists)
  })
}

/** Forgets a draft: its lists are imported, or given up. */
export async function dropDraft(draft: Pick<Draft, 'id'>): Promise<void> {
  await (await db()).delete(importDrafts).where(eq(importDrafts.id, draft.id))
}

/** Forgets every draft that nobody has touched for hours: it names people who have agreed to nothing. */
export async function sweepDrafts(): Promise<void> {
  await (await db()).delete(importDrafts).where(lt(importDrafts.touchedAt, oldest()))
}

const SWEEP_MS = 15 * 60_000
const errand = globalThis as typeof globalThis & { apogeeDraftSweep?: NodeJS.Timeout }

/** Starts the one errand of this process that forgets drafts also while nobody imports anything. */
export function startDraftSweep(): void {
  const sweep = () =>
    sweepDrafts().catch((error) => console.error('Old import drafts could not be forgotten:', error))
  errand.apogeeDraftSweep ??= setInterval(sweep, SWEEP_MS).unref()
  void sweep()
}

async function dropOldest(personId: string): Promise<void> {
  const database = await db()
  const beyond = database
    .select({ id: importDrafts.id })
    .from(importDrafts)
    .where(eq(importDrafts.personId, personId))
    .orderBy(desc(importDrafts.touchedAt), desc(importDrafts.id))
    .offset(DRAFT_LIMITS.ofOnePerson)
  await database.delete(importDrafts).where(inArray(importDrafts.id, beyond))
}

/** An institution that is none is not kept, so that it is asked for again. */
async function withKnownInstitution<List extends GivenList>(list: List): Promise<List> {
  const { institution } = list
  return institution === undefined || (await isOrganization(institution))
    ? list
    : { ...list, institution: undefined }
}

const draftOf = (row: typeof importDrafts.$inferSelect, lists: readonly DraftList[]): Draft => ({
  id: row.id,
  owner: row.personId,
  event: row.eventId,
  lists,
  touchedAt: row.touchedAt.getTime(),
})
