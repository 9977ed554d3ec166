import 'server-only'
import { timely } from '@/domain/events/timetable'
import { isLegible } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import type { FoundEvent } from '../events/find-event'

/** After registration has closed the organizer still corrects who takes part, with a reason: `reason-missing`. */
export function needReason({ facts }: FoundEvent, reason: string | undefined): Refusal | null {
  const open = timely('registration-open', facts, now()) === null
  return open || isLegible(reason ?? '') ? null : refuse('reason-missing', { field: 'reason' })
}
