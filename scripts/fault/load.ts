import { BenchJuror } from '../bench/marks'

const JURY = ['juror1', 'juror2', 'juror3', 'juror4', 'juror5', 'juror6', 'president']
/** Twelve marks a second and juror: below the pace a juror is held to. */
const PAUSE_MS = 80
/** A server that has not taken the marks after so long will not take them. */
const PATIENCE_MS = 60_000

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms))

/** Jurors who go on saving, each sending a mark until it is acknowledged, whatever happens to the server. */
export class Load {
  readonly acknowledged = new Set<string>()
  /** How often each status was answered; 0 is no answer at all. */
  readonly answers = new Map<number, number>()
  private going = true
  private running: Promise<unknown> = Promise.resolve()

  private constructor(readonly jurors: readonly BenchJuror[]) {}

  static async begin(address: string): Promise<Load> {
    const jurors = await Promise.all(JURY.map((account) => BenchJuror.enter({ address }, account)))
    const load = new Load(jurors)
    load.running = Promise.all(jurors.map((juror) => load.scoring(juror)))
    return load
  }

  /** Waits until so many marks more have been acknowledged. @throws when that takes longer than `most` milliseconds */
  async more(marks: number, most = PATIENCE_MS): Promise<void> {
    const wanted = this.acknowledged.size + marks
    const since = performance.now()
    while (this.acknowledged.size < wanted) {
      if (performance.now() - since > most)
        throw new Error(
          `${wanted - this.acknowledged.size} of ${marks} marks were not acknowledged within ${most} ms: ${this.statuses()}`,
        )
      await pause(20)
    }
  }

  /** How often each status was answered, in words. */
  statuses(): string {
    return [...this.answers].map(([status, count]) => `${count} × ${status}`).join(', ')
  }

  async end(): Promise<void> {
    this.going = false
    await this.running
  }

  private async scoring(juror: BenchJuror): Promise<void> {
    while (this.going) {
      const mark = juror.next()
      for (let saved = false; !saved && this.going; ) {
        const answer = await juror.send(mark).catch(() => ({ status: 0, saved: false }))
        saved = answer.saved
        if (saved) this.acknowledged.add(mark.id)
        this.answers.set(answer.status, (this.answers.get(answer.status) ?? 0) + 1)
        await pause(PAUSE_MS)
      }
    }
  }
}
