import type { Trial } from './trials'

/**
 * A trial in one line, and what of it is not as it must be. A restart is held to a time only where nothing else runs
 * beside it.
 */
export function verdict(
  { name, acknowledged, lost, doubled, restarts, faults }: Trial,
  mostMsToRestart = Number.POSITIVE_INFINITY,
) {
  const slowest = Math.max(0, ...restarts)
  const wrong = [
    ...(lost > 0 ? [`${lost} acknowledged marks were lost`] : []),
    ...(doubled > 0 ? [`${doubled} marks were doubled`] : []),
    ...(slowest > mostMsToRestart ? [`a restart took ${Math.round(slowest)} ms`] : []),
    ...faults,
  ]
  const again = restarts.length > 0 ? `, restarted in ${restarts.map(Math.round).join(', ')} ms` : ''
  return { name, line: `${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled${again}`, wrong }
}
