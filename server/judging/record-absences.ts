import 'server-only'
import { db, transaction } from '@/db/client'
import { ballots } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isLegible } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'
import { record as audit } from '../audit'
import { now } from '../clock'
import { lockEvent } from '../events/lock-event'
import { keepInJournal } from '../journal/keep'
import { juryRecords } from './jury-record'
import { expectedSheets } from './missing-ballots'
import { withdrawSignature } from './withdraw-signature'

/**
 * Records a juror's open ballots as absent, with the reason: the one for `entry`, or all that are still open. Submitted
 * and recused ballots stay as they are. Refused `reason-needed`, and `nothing-open` when there is no such open ballot.
 */
export async function recordAbsences(
  actor: SignedIn,
  { event: id, juror, entry, reason }: { event: string; juror: string; entry?: string; reason: string },
): Promise<{ absent: number } | Refusal> {
  return transaction(async () => {
    const found = await lockEvent(id)
    if (!found) return refuse('not-found')
    const no = can(actor, 'record-absence', { event: found.facts }, now())
    if (no) return no
    if (!isLegible(reason)) return refuse('reason-needed', { field: 'reason' })
    const expected = (await juryRecords(id)).flatMap(expectedSheets)
    const open = expected.filter(
      (sheet) =>
        sheet.status === 'draft' && sheet.juror === juror && (entry === undefined || sheet.entry === entry),
    )
    if (open.length === 0) return refuse('nothing-open')
    const change = {
      status: 'absent',
      reason: reason.trim(),
      changedAt: now(),
      changedBy: actor.personId,
    } as const
    for (const sheet of open) {
      const changed = await (await db())
        .insert(ballots)
        .values({ ...change, jurorId: juror, entryId: sheet.entry })
        .onConflictDoUpdate({ target: [ballots.jurorId, ballots.entryId], set: change })
        .returning()
      keepInJournal(id, { ballots: changed })
    }
    const details = { entries: open.map((sheet) => sheet.entry) }
    await audit({
      actor,
      action: 'record-absences',
      object: { kind: 'juror', id: juror },
      event: id,
      details,
    })
    await withdrawSignature(actor, id, juror)
    return { absent: open.length }
  })
}
