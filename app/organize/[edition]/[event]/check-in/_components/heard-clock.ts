const CLOCK = 'apogee.clock'

/** Notes how far the server's clock, heard just now, is ahead of this device's. */
export function noteClock(server: number): number {
  const ahead = server - Date.now()
  try {
    localStorage.setItem(CLOCK, String(ahead))
  } catch {
    // A private window that keeps nothing: the page's own clock serves.
  }
  return ahead
}

/** What was noted last, or null. */
export function clockAhead(): number | null {
  try {
    const kept = localStorage.getItem(CLOCK)
    return kept === null ? null : Number(kept)
  } catch {
    return null
  }
}
