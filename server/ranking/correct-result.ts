import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { publications, results } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isLegible } from '@/domain/legible'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record as audit } from '../audit'
import { now } from '../clock'
import { lockEvent } from '../events/lock-event'
import { type BallotAndReason, ballotWithEvent, writeSetAside } from '../judging/set-aside-ballot'
import { juryPlace, seatOf } from './jury-place'
import { deciderFor } from './may-decide'
import { rankingOf } from './ranking-of'
import { type SealedResult, writeResult } from './write-result'

export interface Correction {
  readonly event: string
  /** Why, for everybody to read beside the result. */
  readonly note: string
  /** A ballot found not to count. */
  readonly setAside?: BallotAndReason
}

/**
 * Signs a new version of a published result, with a note that everybody will read; the organizer publishes it, and
 * until then the version before it stands. Only the president signs (the organizer where none is seated). Refused
 * `note-needed`, `correction-unpublished` while another one waits, `president-signs`, and `correction-changes-nothing`.
 */
export async function correctResult(
  actor: SignedIn,
  { event: id, note, setAside }: Correction,
): Promise<SealedResult | Refusal> {
  return transaction(async () => {
    const found = await lockEvent(id)
    if (!found) return refuse('not-found')
    const before = await rankingOf(found.event)
    const place = juryPlace(actor, found, before.record)
    const no = can(actor, 'correct-result', place, now())
    if (no) return no
    const presides = before.record.jurors.some(({ id, president }) => president && id === place.juror)
    if (!presides && !place.presidentless) return refuse('president-signs')
    if (!isLegible(note)) return refuse('note-needed', { field: 'note' })
    const last = await lastVersion(id)
    if (!last) return refuse('not-found')
    if (!last.published) return refuse('correction-unpublished')
    return signVersion(actor, found, { last, note: note.trim(), setAside })
  }).catch(rolledBack)
}

/** Thrown to undo what a correction wrote when it turns out not to be possible. */
class NotCorrected extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}

function rolledBack(error: unknown): Refusal {
  if (error instanceof NotCorrected) return error.refusal
  throw error
}

async function signVersion(
  actor: SignedIn,
  found: NonNullable<Awaited<ReturnType<typeof lockEvent>>>,
  { last, note, setAside }: { last: LastVersion; note: string; setAside?: BallotAndReason },
): Promise<SealedResult> {
  const { id } = found.event
  if (setAside) {
    const ballot = await ballotWithEvent(setAside.ballot)
    if (!ballot || ballot.eventId !== id) throw new NotCorrected(refuse('not-found'))
    const { record } = await rankingOf(found.event)
    const decider = deciderFor(record, [ballot.entryId])
    const juror = seatOf(actor, id)
    if (juror !== undefined && decider !== juror) throw new NotCorrected(refuse('decision-conflicted'))
    const written = await writeSetAside(actor, ballot, setAside.reason)
    if (isRefusal(written)) throw new NotCorrected(written)
  }
  const ranked = await rankingOf(found.event)
  const sealed = await writeResult(actor, id, ranked, last.version + 1, note)
  if (isRefusal(sealed)) throw new NotCorrected(sealed)
  if (sealed.digest === last.digest) throw new NotCorrected(refuse('correction-changes-nothing'))
  const object = { kind: 'result', id: sealed.result }
  const details = { digest: sealed.digest, version: sealed.version }
  await audit({ actor, action: 'correct-result', object, event: id, details })
  return sealed
}

type LastVersion = NonNullable<Awaited<ReturnType<typeof lastVersion>>>

/** The newest version of an event's result and whether it is published. */
export async function lastVersion(eventId: string) {
  const [last] = await (await db())
    .select({
      id: results.id,
      version: results.version,
      digest: results.digest,
      snapshot: results.snapshot,
      note: results.note,
      sealedBy: results.sealedBy,
      sealedAt: results.sealedAt,
      published: publications.publishedAt,
    })
    .from(results)
    .leftJoin(publications, eq(publications.resultId, results.id))
    .where(eq(results.eventId, eventId))
    .orderBy(desc(results.version))
    .limit(1)
  return last ?? null
}
