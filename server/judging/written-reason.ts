import 'server-only'
import { isLegible } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'

const LONGEST = 2000

/** A reason as it is kept: somebody can read it, and it is not a book. Refused `reason-missing` or `reason-long`. */
export function writtenReason(text: string | undefined): string | Refusal {
  // PostgreSQL keeps no NUL.
  const reason = (text ?? '').replaceAll('\0', '').normalize('NFC').trim()
  if (!isLegible(reason)) return refuse('reason-missing', { field: 'reason' })
  return reason.length > LONGEST ? refuse('reason-long', { field: 'reason', max: LONGEST }) : reason
}
