import 'server-only'

const GRACE_MS = 2_000
const ENDED_BY = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * Bounds how long a stop may take. Next waits for every open connection, and the pages of a hall keep theirs busy, so
 * a stop would wait until the last of them leaves. What is cut off was not acknowledged and is sent again.
 */
export function endInTime(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => setTimeout(() => process.exit(ENDED_BY[signal]), GRACE_MS).unref())
}
