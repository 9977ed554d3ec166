import type { Trial } from './trials'

const MOST_MS_TO_RESTART = 5_000

/** A trial in one line, and what of it is not as it must be. */
export function verdict({ name, acknowledged, lost, doubled, restarts, faults }: Trial) {
  const slowest = Math.max(0, ...restarts)
  const wrong = [
    ...(lost > 0 ? [`${lost} acknowledged marks were lost`] : []),
    ...(doubled > 0 ? [`${doubled} marks were doubled`] : []),
    ...(slowest > MOST_MS_TO_RESTART ? [`a restart took ${Math.round(slowest)} ms`] : []),
    ...faults,
  ]
  const again =
    restarts.length > 0 ? `, ${restarts.length} restarts, the slowest ${Math.round(slowest)} ms` : ''
  return { name, line: `${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled${again}`, wrong }
}
