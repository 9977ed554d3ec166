import 'server-only'
import { createHash } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { submissions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { canonicalJson } from '@/domain/ranking/canonical-json'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { missingOf, type Project } from '@/domain/submissions/project'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { findEntry, holdEntry, lateReasonOf } from './find-entry'

/** What a team gets in return: which version, when, and the digest of exactly what was handed in. */
export interface Receipt {
  readonly entry: string
  readonly version: number
  readonly digest: string
  readonly submittedAt: Date
}

/**
 * Hands the draft in as a new version; until the deadline by the competition's clock it can be replaced. Handing in
 * the same content again gives the receipt of the version that holds it. Refused `project-incomplete` (its field is
 * the first that is missing), `entry-withdrawn`, and after the deadline but to an organizer with a reason.
 */
export async function submitProject(
  actor: Actor,
  { entry: id, reason }: { entry: string; reason?: string },
): Promise<Receipt | Refusal> {
  const found = await findEntry(id)
  if (!found) return refuse('not-found')
  const { facts, team } = found
  const no = can(actor, 'submit', { event: facts, team: team.id }, now())
  if (no) return no
  const lateReason = lateReasonOf(found, reason)
  if (isRefusal(lateReason)) return lateReason
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  return transaction(async (tx) => {
    await takeTurn(facts.id)
    const entry = await holdEntry(id)
    if (entry.withdrawnAt) return refuse('entry-withdrawn')
    const missing = missingOf(entry)
    const { challengeId, title, summary } = entry
    if (missing.length > 0 || !challengeId || title === null || summary === null) {
      return refuse('project-incomplete', { field: missing[0], count: missing.length })
    }
    const digest = digestOf(entry)
    const [last] = await tx
      .select()
      .from(submissions)
      .where(eq(submissions.entryId, id))
      .orderBy(desc(submissions.version))
      .limit(1)
    if (last?.digest === digest) return receiptOf(last)
    // Asked again now that the row is held: waiting for it may have taken us past the deadline.
    const late = can(actor, 'submit', { event: facts, team: team.id }, now())
    if (late) return late
    const [written] = await tx
      .insert(submissions)
      .values({
        ...{ entryId: id, version: (last?.version ?? 0) + 1, digest, challengeId, title, summary },
        ...{ deckUrl: entry.deckUrl, videoUrl: entry.videoUrl, demoUrl: entry.demoUrl },
        ...{ priorWork: entry.priorWork, lateReason, submittedAt: now(), submittedBy: personId },
      })
      .returning()
    if (!written) throw new Error('A submission was not written')
    await record({
      actor,
      action: 'submit-project',
      object: { kind: 'entry', id },
      event: facts.id,
      details: { version: written.version, digest, late: lateReason !== null },
    })
    return receiptOf(written)
  })
}

/** SHA-256 over canonical JSON of the content: anybody with the same content computes the same. */
export function digestOf(project: Project): string {
  const { challengeId, title, summary, deckUrl, videoUrl, demoUrl, priorWork } = project
  const content = { challengeId, title, summary, deckUrl, videoUrl, demoUrl, priorWork }
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

export function receiptOf(row: typeof submissions.$inferSelect): Receipt {
  const { entryId: entry, version, digest, submittedAt } = row
  return { entry, version, digest, submittedAt }
}
