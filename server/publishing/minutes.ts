import 'server-only'
import { inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { decisions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import type { SealedPackage } from '@/domain/publishing/sealed-package'
import { type Ranking, rank } from '@/domain/ranking/rank'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { record } from '../audit'
import { handsOf } from './hands'
import { packageOf, type SealedRecord, sealedRecord } from './sealed-package'

/** A decision that counted, with what only its record knows. */
export type Reasoned = SealedPackage['snapshot']['input']['decisions'][number] & {
  readonly reason: string
  readonly at: Date
}

/** What the minutes of a sealed result tell. */
export interface Minutes extends SealedRecord {
  readonly sealed: SealedPackage
  readonly ranking: Ranking
  readonly decisions: readonly Reasoned[]
  /** The office of who sealed; null for an organizer. */
  readonly sealedBy: string | null
}

/** The newest sealed result as its minutes tell it. Audited; refused `not-found` as a package is. */
export async function minutesOf(actor: Actor, edition: string, event: string): Promise<Minutes | Refusal> {
  const found = await sealedRecord(actor, edition, event)
  if (isRefusal(found)) return found
  const { result } = found
  const object = { kind: 'result', id: result.id }
  await record({ actor, action: 'download-minutes', object, event: found.found.event.id })
  const sealed = await packageOf(found)
  const { sealed: hand } = await handsOf(found.found.event.id, { ...result, publishedBy: null })
  return {
    ...found,
    sealed,
    ranking: rank({ ...sealed.snapshot.input, checkPairs: false }),
    decisions: await reasoned(sealed.snapshot.input.decisions),
    sealedBy: hand?.office ?? null,
  }
}

async function reasoned(counted: SealedPackage['snapshot']['input']['decisions']): Promise<Reasoned[]> {
  const ids = counted.map(({ id }) => id)
  const rows = await (await db())
    .select({ id: decisions.id, reason: decisions.reason, at: decisions.decidedAt })
    .from(decisions)
    .where(inArray(decisions.id, ids))
  return counted.flatMap((decision) => {
    const row = rows.find(({ id }) => id === decision.id)
    return row ? [{ ...decision, reason: row.reason, at: row.at }] : []
  })
}
