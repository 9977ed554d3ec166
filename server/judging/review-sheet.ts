import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { rankingInput } from '../ranking/ranking-input'
import { juryRecord } from './jury-record'
import { expectedSheets } from './missing-ballots'
import { type OwnSheet, ownSheet } from './queries'
import { fingerprintOf, signaturesBySeat } from './signatures'

/** The own table before it is signed. */
export interface Review {
  readonly sheet: OwnSheet
  /** What a signature given now would keep. */
  readonly fingerprint: string
  /** When the sheet was signed as it stands; null while it is not. */
  readonly signedAt: Date | null
  /** How many assigned ballots are neither submitted, recused nor absent. */
  readonly open: number
}

/** The juror's own sheet with the fingerprint of what the server holds of it; refused as the sheet is. */
export async function reviewSheet(
  actor: Actor,
  address: { edition: string; event: string },
): Promise<Review | Refusal> {
  const sheet = await ownSheet(actor, address)
  if (isRefusal(sheet)) return sheet
  const { id } = sheet.found.event
  const { juror, award } = sheet.seat
  const record = await juryRecord(id, award)
  const fingerprint = fingerprintOf(id, juror, rankingInput(record, [], 0))
  const signature = (await signaturesBySeat(id)).find((seat) => seat.juror === juror)
  return {
    sheet,
    fingerprint,
    signedAt: signature?.fingerprint === fingerprint ? signature.signedAt : null,
    open: expectedSheets(record).filter((one) => one.juror === juror && one.status === 'draft').length,
  }
}
