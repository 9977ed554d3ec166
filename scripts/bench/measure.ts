/** One piece of work on the clock and on the processor, in milliseconds. */
export function measure(work: () => unknown): { clock: number; processor: number } {
  const before = process.cpuUsage()
  const start = performance.now()
  work()
  const clock = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { clock, processor: (user + system) / 1000 }
}

/** From the least up. */
export function sorted(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b)
}
