import 'server-only'
import { createHash } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { decks, submissions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { canonicalJson } from '@/domain/ranking/canonical-json'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { missingOf, type Project } from '@/domain/submissions/project'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { type EntryRow, type FoundEntry, findEntry, holdEntry, lateReasonOf } from './find-entry'
import { maySubmit } from './may-submit'

/** What a team gets in return: which version, when, and the digest of exactly what was handed in. */
export interface Receipt {
  readonly entry: string
  readonly version: number
  readonly digest: string
  readonly submittedAt: Date
}

/**
 * Hands the draft in as a new version; until the deadline by the competition's clock it can be replaced, and a deck
 * whose upload was begun before it may still arrive. Handing in the same content again gives the receipt of the version
 * that holds it. Refused `project-incomplete` (its field is the first that is missing), `entry-withdrawn`, and after the
 * deadline but to an organizer with a reason.
 */
export async function submitProject(
  actor: Actor,
  { entry: id, reason }: { entry: string; reason?: string },
): Promise<Receipt | Refusal> {
  const found = await findEntry(id)
  if (!found) return refuse('not-found')
  const no = await maySubmit(actor, found, found.entry.deckId)
  if (no) return no
  const lateReason = isOrganizer(actor, found) ? lateReasonOf(found, reason) : null
  if (isRefusal(lateReason)) return lateReason
  return transaction(async () => {
    await takeTurn(found.facts.id)
    return handIn(actor, found, await holdEntry(id), lateReason)
  })
}

const isOrganizer = ({ grants }: Actor, { facts }: FoundEntry) =>
  grants.some(({ role, node }) => role === 'event-organizer' && node === facts.id)

/**
 * Writes the draft as a version, in the caller's transaction, which holds the entry. Refused as `submitProject` is.
 */
export async function handIn(
  actor: Actor,
  found: FoundEntry,
  entry: EntryRow,
  lateReason: string | null,
): Promise<Receipt | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  if (entry.withdrawnAt) return refuse('entry-withdrawn')
  const missing = missingOf(entry)
  const { challengeId, title, summary } = entry
  if (missing.length > 0 || !challengeId || title === null || summary === null) {
    return refuse('project-incomplete', { field: missing[0], count: missing.length })
  }
  const digest = digestOf(entry, await deckDigestOf(entry.deckId))
  const database = await db()
  const [last] = await database
    .select()
    .from(submissions)
    .where(eq(submissions.entryId, entry.id))
    .orderBy(desc(submissions.version))
    .limit(1)
  if (last?.digest === digest) return receiptOf(last)
  // Asked again now that the row is held: waiting for it may have taken us past the deadline.
  const late = await maySubmit(actor, found, entry.deckId)
  if (late) return late
  const { deckUrl, deckId, videoUrl, demoUrl, priorWork, ipStatement } = entry
  const links = { deckUrl, deckId, videoUrl, demoUrl, priorWork, ipStatement }
  const by = { lateReason, submittedAt: now(), submittedBy: personId }
  const version = (last?.version ?? 0) + 1
  const [written] = await database
    .insert(submissions)
    .values({ entryId: entry.id, version, digest, challengeId, title, summary, ...links, ...by })
    .returning()
  if (!written) throw new Error('A submission was not written')
  await record({
    actor,
    action: 'submit-project',
    object: { kind: 'entry', id: entry.id },
    event: found.facts.id,
    details: { version, digest, late: lateReason !== null },
  })
  return receiptOf(written)
}

/** The digest of an uploaded deck's file; null without one. */
export async function deckDigestOf(deckId: string | null): Promise<string | null> {
  if (!deckId) return null
  const [deck] = await (await db()).select({ digest: decks.digest }).from(decks).where(eq(decks.id, deckId))
  return deck?.digest ?? null
}

/**
 * SHA-256 over canonical JSON of the content: anybody with the same content computes the same. A deck is in it by the
 * digest of its file; what a version does not have is not in it, so that versions of before there were decks keep theirs.
 */
export function digestOf(project: Project, deck: string | null): string {
  const { challengeId, title, summary, deckUrl, videoUrl, demoUrl, priorWork, ipStatement } = project
  const content = {
    ...{ challengeId, title, summary, deckUrl, videoUrl, demoUrl, priorWork },
    ...(ipStatement === null ? {} : { ipStatement }),
    ...(deck === null ? {} : { deck }),
  }
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

export function receiptOf(row: typeof submissions.$inferSelect): Receipt {
  const { entryId: entry, version, digest, submittedAt } = row
  return { entry, version, digest, submittedAt }
}
