const DAY_MS = 24 * 60 * 60_000

/** Whether who changed teams by themselves may still go back: for 24 hours from the instant they came. */
export function mayGoBack(cameAt: Date, now: Date): boolean {
  return now.getTime() - cameAt.getTime() < DAY_MS
}
