export interface VersionTime {
  readonly version: number
  readonly submittedAt: Date
  /** Why the organizer took it after the deadline, else null. */
  readonly lateReason: string | null
}

/** The version that counts: the last one before the deadline, or a later one the organizer took with a reason. */
export function countingVersion<Version extends VersionTime>(
  versions: readonly Version[],
  deadline: Date | null,
): Version | null {
  const inTime = versions.filter(
    ({ submittedAt, lateReason }) => !deadline || submittedAt < deadline || lateReason !== null,
  )
  return inTime.reduce<Version | null>(
    (last, version) => (last && last.version > version.version ? last : version),
    null,
  )
}
