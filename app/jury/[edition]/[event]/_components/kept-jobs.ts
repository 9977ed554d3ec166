import type { Job } from '@/domain/judging/device-sheet'

/** A UUID also where the page is plain http and has no crypto.randomUUID. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * What waits to be told, kept in this browser under a key each, so that two tabs never overwrite one another and a
 * reload loses nothing. `kept` is false where the browser keeps nothing.
 */
export class KeptJobs {
  private readonly prefix: string
  private memory = { device: '', seq: 0 }
  kept = true

  constructor(juror: string) {
    this.prefix = `apogee.${juror}.`
  }

  all(): Job[] {
    return (
      this.attempt(() =>
        Object.keys(localStorage)
          .filter((key) => key.startsWith(`${this.prefix}job.`))
          .flatMap((key) => readJob(localStorage.getItem(key))),
      ) ?? []
    )
  }

  keep(job: Job): void {
    this.attempt(() => localStorage.setItem(`${this.prefix}job.${job.id}`, JSON.stringify(job)))
  }

  forget(ids: readonly string[]): void {
    this.attempt(() => {
      for (const id of ids) localStorage.removeItem(`${this.prefix}job.${id}`)
    })
  }

  /** This browser's name for itself. */
  device(): string {
    this.memory.device ||= this.attempt(() => localStorage.getItem('apogee.device')) ?? newId()
    this.attempt(() => localStorage.setItem('apogee.device', this.memory.device))
    return this.memory.device
  }

  /** The next number of this browser's own count. */
  nextSeq(): number {
    const stored = Number(this.attempt(() => localStorage.getItem(`${this.prefix}seq`)) ?? 0)
    const seq = Math.max(Number.isSafeInteger(stored) ? stored : 0, this.memory.seq) + 1
    this.memory.seq = seq
    this.attempt(() => localStorage.setItem(`${this.prefix}seq`, String(seq)))
    return seq
  }

  private attempt<T>(act: () => T): T | null {
    try {
      return act()
    } catch {
      this.kept = false
      return null
    }
  }
}

function readJob(text: string | null): Job[] {
  try {
    return text === null ? [] : [JSON.parse(text) as Job]
  } catch {
    return []
  }
}
