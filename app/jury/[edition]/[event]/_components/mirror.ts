import type { Job } from '@/domain/judging/device-sheet'

/** As many answers as the mirror holds once the database of the browser has them too. */
const MOST = 200

/**
 * The outbox a second time, in localStorage, under a key each so that two tabs never overwrite one another. It is
 * written before a touch returns: a tab killed in that instant has lost nothing. Also keeps what must be known at once:
 * this browser's name for itself, its count, how far its clock is off.
 */
export class Mirror {
  private readonly prefix: string
  private readonly order: string[] = []
  private memory = { device: '', seq: 0 }

  constructor(juror: string) {
    this.prefix = `apogee.${juror}.`
  }

  all(): Job[] {
    const keys = attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(this.keyOf(''))))
    return (keys ?? []).flatMap((key) => readJob(attempt(() => localStorage.getItem(key))))
  }

  /** Whether it was written. */
  keep(job: Job): boolean {
    const written = attempt(() => localStorage.setItem(this.keyOf(job.id), JSON.stringify(job))) !== null
    if (written) this.order.push(job.id)
    return written
  }

  /** Drops the oldest beyond what it holds; only for what is kept elsewhere too. */
  trim(): void {
    const beyond = this.order.splice(0, Math.max(0, this.order.length - MOST))
    this.forget(beyond)
  }

  forget(ids: readonly string[]): void {
    attempt(() => {
      for (const id of ids) localStorage.removeItem(this.keyOf(id))
    })
  }

  /** This browser's name for itself. */
  device(): string {
    this.memory.device ||= attempt(() => localStorage.getItem('apogee.device')) ?? newId()
    attempt(() => localStorage.setItem('apogee.device', this.memory.device))
    return this.memory.device
  }

  /** The next number of this browser's own count, past everything it still holds. */
  nextSeq(past: number): number {
    const stored = Number(attempt(() => localStorage.getItem(`${this.prefix}seq`)) ?? 0)
    const seq = Math.max(Number.isSafeInteger(stored) ? stored : 0, this.memory.seq, past) + 1
    this.memory.seq = seq
    attempt(() => localStorage.setItem(`${this.prefix}seq`, String(seq)))
    return seq
  }

  /**
   * How far the competition's clock is ahead of this device's, in ms. Measured when the page comes from the server; a
   * page opened without a network is older than it says, and what was measured then holds.
   */
  clockAhead(madeAt: number): number {
    const key = `${this.prefix}clock`
    const [before, ahead] = (attempt(() => localStorage.getItem(key)) ?? '').split(' ').map(Number)
    if (before === madeAt && ahead !== undefined && Number.isFinite(ahead)) return ahead
    const measured = madeAt - Date.now()
    attempt(() => localStorage.setItem(key, `${madeAt} ${measured}`))
    return measured
  }

  private readonly keyOf = (id: string) => `${this.prefix}job.${id}`
}

/**
 * A UUID in the order of time (version 7, RFC 9562), also where the page is plain http and has no crypto.randomUUID:
 * the newest marks stand side by side in the database, and to add one costs the same however many there are.
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

/** Null where the browser refuses its storage. */
function attempt<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}

function readJob(text: string | null): Job[] {
  try {
    return text === null ? [] : [JSON.parse(text) as Job]
  } catch {
    return []
  }
}
