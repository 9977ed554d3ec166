/**
 * A UUID in the order of time (version 7, RFC 9562), also where the page is plain http and has no crypto.randomUUID:
 * the newest rows stand side by side in the database, and to add one costs the same however many there are.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const [now, head] = [Date.now(), new DataView(bytes.buffer)]
  head.setUint32(0, Math.floor(now / 0x1_0000))
  head.setUint16(4, now % 0x1_0000)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const NAME = 'apogee.device'
let memory = ''

/** This browser's own name for itself, the same on every page; for as long as the page lives where nothing is kept. */
export function thisDevice(): string {
  try {
    memory ||= localStorage.getItem(NAME) ?? newId()
    localStorage.setItem(NAME, memory)
  } catch {
    memory ||= newId()
  }
  return memory
}
