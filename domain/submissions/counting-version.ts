import { arrivesInTime } from './deck'

export interface VersionTime {
  readonly version: number
  readonly submittedAt: Date
  /** Why the organizer took it after the deadline, else null. */
  readonly lateReason: string | null
  /** When the upload of its deck began; null for a version without one. */
  readonly deckBegunAt?: Date | null
}

/** Whether a version came after the deadline and counts because the upload of its deck was begun before. */
export function begunBefore(version: VersionTime, deadline: Date | null): boolean {
  const { submittedAt, lateReason, deckBegunAt } = version
  if (!deadline || !deckBegunAt || lateReason !== null || submittedAt < deadline) return false
  return arrivesInTime(deckBegunAt, submittedAt, deadline)
}

/**
 * The version that counts: the last one before the deadline, one whose upload was begun before it, or a later one the
 * organizer took with a reason.
 */
export function countingVersion<Version extends VersionTime>(
  versions: readonly Version[],
  deadline: Date | null,
): Version | null {
  const inTime = versions.filter(
    (version) =>
      !deadline ||
      version.submittedAt < deadline ||
      version.lateReason !== null ||
      begunBefore(version, deadline),
  )
  return inTime.reduce<Version | null>(
    (last, version) => (last && last.version > version.version ? last : version),
    null,
  )
}
