import type { Job } from '@/domain/judging/device-sheet'

/** As many answers as the mirror holds once the database of the browser has them too. */
const MOST = 200

/**
 * The outbox a second time, in localStorage, under a key each so that two tabs never overwrite one another. It is
 * written before a touch returns: a tab killed in that instant has lost nothing. Also keeps what must be known at once:
 * this browser's count, how far its clock is off.
 */
export class Mirror {
  private readonly prefix: string
  private readonly order: string[] = []
  private counted = 0

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

  /** The next number of this browser's own count, past everything it still holds. */
  nextSeq(past: number): number {
    const stored = Number(attempt(() => localStorage.getItem(`${this.prefix}seq`)) ?? 0)
    const seq = Math.max(Number.isSafeInteger(stored) ? stored : 0, this.counted, past) + 1
    this.counted = seq
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
