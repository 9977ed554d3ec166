import 'server-only'
import { asc, desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { auditEntries, results } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import {
  type ChainEntry,
  contentsDigest,
  inputsOf,
  PACKAGE_FORMAT,
  placesOf,
  type SealedPackage,
  signaturesOf,
  totalsOf,
} from '@/domain/publishing/sealed-package'
import type { Snapshot } from '@/domain/publishing/snapshot'
import { canonicalJson } from '@/domain/ranking/canonical-json'
import { rank } from '@/domain/ranking/rank'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { type FoundEvent, findEvent } from '../events/find-event'
import { awardsWithJury } from '../judging/award-juries'
import { type JuryRecord, juryRecord, juryRecords } from '../judging/jury-record'
import { sha256 } from '../ranking/digest'
import { juryPlace } from '../ranking/jury-place'

export interface SealedRecord {
  readonly found: FoundEvent
  readonly record: JuryRecord
  readonly result: typeof results.$inferSelect & { readonly snapshot: Snapshot }
}

/**
 * The newest sealed version of an event for the president and the organizer; refused `not-found` to everybody else and
 * before there is one.
 */
export async function sealedRecord(
  actor: Actor,
  edition: string,
  event: string,
): Promise<SealedRecord | Refusal> {
  const found = await findEvent(edition, event)
  if (!found) return refuse('not-found')
  const jury = await juryRecord(found.event.id)
  if (can(actor, 'see-ranking', juryPlace(actor, found, jury), now())) return refuse('not-found')
  const [result] = await (await db())
    .select()
    .from(results)
    .where(eq(results.eventId, found.event.id))
    .orderBy(desc(results.version))
    .limit(1)
  return result ? { found, record: jury, result } : refuse('not-found')
}

/**
 * A sealed result as one package that anybody can verify without us. It ends where the seal was recorded, so that it
 * is the same to the last byte whenever it is downloaded. Audited; refused as `sealedRecord` says.
 */
export async function sealedPackage(
  actor: Actor,
  edition: string,
  event: string,
): Promise<SealedPackage | Refusal> {
  const sealed = await sealedRecord(actor, edition, event)
  if (isRefusal(sealed)) return sealed
  const built = await packageOf(sealed)
  await record({
    actor,
    action: 'download-package',
    object: { kind: 'result', id: sealed.result.id },
    event: sealed.found.event.id,
  })
  return built
}

/** The package of a sealed result. Says nothing about who may have it. */
export async function packageOf({ found, record: jury, result }: SealedRecord): Promise<SealedPackage> {
  const { id, version, digest } = result
  // What the database gives back is what was sealed, key by key; only plain JSON belongs in a package.
  const snapshot: SealedPackage['snapshot'] = JSON.parse(canonicalJson(result.snapshot))
  const chain = await chainUntil(found.event.id, id)
  const named = (list: readonly { id: string }[], nameOf: Map<string, string>) =>
    Object.fromEntries(list.map((item) => [item.id, nameOf.get(item.id) ?? '']))
  const juries = await juryRecords(found.event.id)
  const inputs = inputsOf(snapshot)
  const officeOf = new Map(juries.flatMap(({ jurors }) => jurors.map(({ id, office }) => [id, office])))
  const criterionOf = new Map(juries.flatMap(({ criteria }) => criteria.map(({ id, name }) => [id, name])))
  const awards = (snapshot.awards ?? []).map(({ award }) => ({ id: award }))
  const awardOf = new Map((await awardsWithJury(found.event.id)).map(({ id, name }) => [id, name]))
  const unsigned = {
    format: PACKAGE_FORMAT,
    event: { id: found.event.id, address: `${found.edition.slug}/${found.event.slug}` },
    result: { id, version, digest },
    snapshot,
    names: {
      entries: named(snapshot.input.entries, new Map(jury.entries.map(({ id, team }) => [id, team.name]))),
      jurors: named(
        inputs.flatMap(({ jurors }) => jurors),
        officeOf,
      ),
      criteria: named(
        inputs.flatMap(({ criteria }) => criteria),
        criterionOf,
      ),
      ...(awards.length > 0 && { awards: named(awards, awardOf) }),
    },
    totals: totalsOf(snapshot),
    ranking: placesOf(rank({ ...snapshot.input, checkPairs: false })),
    signatures: signaturesOf(chain, snapshot, sha256),
    chain,
    contents: '',
  } satisfies SealedPackage
  return { ...unsigned, contents: contentsDigest(unsigned, sha256) }
}

/** The event's audit chain from its first entry to the one that tells of this result. */
async function chainUntil(eventId: string, resultId: string): Promise<ChainEntry[]> {
  const rows = await (await db())
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.chain, eventId))
    .orderBy(asc(auditEntries.ordinal))
  const seal = rows.findIndex(
    ({ action, objectId }) =>
      objectId === resultId && (action === 'seal-result' || action === 'correct-result'),
  )
  return rows.slice(0, seal + 1).map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }))
}
