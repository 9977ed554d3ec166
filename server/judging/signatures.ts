import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { jurors, sheetSignatures } from '@/db/schema'
import { signedSheet } from '@/domain/judging/signed-sheet'
import { canonicalJson } from '@/domain/ranking/canonical-json'
import type { RankingInput } from '@/domain/ranking/input'
import { sha256 } from '../ranking/digest'

/** The fingerprint of a juror's sheet as it stands: what a signature keeps. */
export function fingerprintOf(
  event: string,
  juror: string,
  input: Pick<RankingInput, 'criteria' | 'ballots'>,
): string {
  return sha256(canonicalJson(signedSheet(event, juror, input)))
}

/** A hex digest in groups of four, as people compare it. */
export const inFours = (hex: string) => (hex.match(/.{4}/g) ?? []).join(' ')

/** The voting seats of all an event's juries in their order, each with when its sheet was signed; null while it is not. */
export async function signaturesBySeat(eventId: string) {
  return (await db())
    .select({
      juror: jurors.id,
      office: jurors.office,
      fingerprint: sheetSignatures.fingerprint,
      signedAt: sheetSignatures.signedAt,
    })
    .from(jurors)
    .leftJoin(
      sheetSignatures,
      and(eq(sheetSignatures.jurorId, jurors.id), isNull(sheetSignatures.withdrawnAt)),
    )
    .where(and(eq(jurors.eventId, eventId), isNull(jurors.unseatedAt), eq(jurors.voting, true)))
    .orderBy(asc(jurors.position))
}
