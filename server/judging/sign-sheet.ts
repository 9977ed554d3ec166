import 'server-only'
import { db, transaction } from '@/db/client'
import { sheetSignatures } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record as audit } from '../audit'
import { now } from '../clock'
import { type FoundEvent, findEvent } from '../events/find-event'
import { lockEvent } from '../events/lock-event'
import { enqueueMail } from '../mail'
import { addressesOf } from '../people/queries'
import { rankingInput } from '../ranking/ranking-input'
import { juryRecord } from './jury-record'
import { expectedSheets } from './missing-ballots'
import { seatsOf } from './queries'
import { seatOf } from './seat-of'
import { fingerprintOf, inFours, signaturesBySeat } from './signatures'
import { withdrawSignature } from './withdraw-signature'

export interface SignatureAsked {
  readonly edition: string
  readonly event: string
  /** The office of the seat, typed by whoever signs. */
  readonly office: string
  /** The fingerprint that was shown with the table. */
  readonly fingerprint: string
}

/**
 * The juror signs the own sheet: its fingerprint is kept, and mailed if an address is known. Refused `sheet-open` while
 * an assigned ballot is a draft, `sheet-empty` without a ballot, `signature-office` when another office was typed, and
 * `lost-sheet` when the sheet is not the one that was shown.
 */
export async function signSheet(
  actor: Actor,
  { edition, event, office, fingerprint }: SignatureAsked,
): Promise<{ fingerprint: string } | Refusal> {
  const address = await findEvent(edition, event)
  if (!address) return refuse('not-found')
  return transaction(async () => {
    const found = await lockEvent(address.event.id)
    const seat = seatOf(actor, address.event.id)
    if (!found) return refuse('not-found')
    const no = can(actor, 'sign-sheet', { event: found.facts, juror: seat?.juror }, now())
    if (no) return no
    if (!seat) return refuse('not-found')
    const { id } = found.event
    const award = (await seatsOf(id)).find(({ juror }) => juror === seat.juror)?.award ?? null
    const record = await juryRecord(id, award)
    const own = expectedSheets(record).filter(({ juror }) => juror === seat.juror)
    const open = own.filter(({ status }) => status === 'draft')
    const nameOf = (entry?: string) => record.entries.find((one) => one.id === entry)?.team.name ?? ''
    if (own.length === 0) return refuse('sheet-empty')
    if (open.length > 0) return refuse('sheet-open', { count: open.length, team: nameOf(open[0]?.entry) })
    const written = record.jurors.find((juror) => juror.id === seat.juror)?.office ?? ''
    if (!isSame(office, written)) return refuse('signature-office', { field: 'office', office: written })
    const current = fingerprintOf(id, seat.juror, rankingInput(record, [], 0))
    if (fingerprint !== current) return refuse('lost-sheet')
    const standing = (await signaturesBySeat(id)).find(({ juror }) => juror === seat.juror)
    if (standing?.fingerprint === current) return { fingerprint: current }
    await withdrawSignature(actor, id, seat.juror)
    await (await db())
      .insert(sheetSignatures)
      .values({ jurorId: seat.juror, fingerprint: current, signedAt: now() })
    await mailFingerprint(actor, found, written, current)
    const object = { kind: 'juror', id: seat.juror }
    await audit({ actor, action: 'sign-sheet', object, event: id, details: { fingerprint: current } })
    return { fingerprint: current }
  })
}

/** Whether what was typed is the office: capitals and the spaces around it aside. */
function isSame(typed: string, office: string): boolean {
  const plain = (text: string) =>
    text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('und')
  return plain(typed) === plain(office)
}

async function mailFingerprint(actor: Actor, { event }: FoundEvent, office: string, fingerprint: string) {
  if (actor.personId === null) return
  const [to] = await addressesOf(actor.personId)
  if (!to) return
  await enqueueMail({
    to,
    template: 'sheet-signed',
    event: event.id,
    values: { office, event: event.name, fingerprint: inFours(fingerprint) },
  })
}
