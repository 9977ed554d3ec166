/** A key for a tap: also where the page came over plain http, which has no `randomUUID`. */
export function newTapId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const NAME = 'apogee.device'
let memory = ''

/** This browser's own name for itself, the same at every door. */
export function thisDevice(): string {
  try {
    memory ||= localStorage.getItem(NAME) ?? newTapId()
    localStorage.setItem(NAME, memory)
  } catch {
    memory ||= newTapId()
  }
  return memory
}

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
