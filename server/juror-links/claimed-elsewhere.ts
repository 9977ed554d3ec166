import 'server-only'
import type { DeviceName } from '@/domain/people/device-name'
import { type Refusal, refuse } from '@/domain/refusal'

/** What a second device is told: which one holds the link, since when, and what to do. */
export function claimedElsewhere(claim: { at: Date; device: DeviceName }, zone: string): Refusal {
  const { browser, system } = claim.device
  return refuse('juror-link-claimed', { at: claim.at.toISOString(), zone, browser, system })
}
