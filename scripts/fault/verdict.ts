import type { Restart } from './server'
import type { Trial } from './trials'

const MOST_MS_TO_RESTART = 5_000

/**
 * A trial in one line, and what of it is not as it must be. Beside other work the clock says little about a restart;
 * then the processor's time is judged.
 */
export function verdict(
  { name, acknowledged, lost, doubled, restarts, faults }: Trial,
  judged: keyof Restart = 'clock',
) {
  const slowest = Math.max(0, ...restarts.map((restart) => restart[judged]))
  const wrong = [
    ...(lost > 0 ? [`${lost} acknowledged marks were lost`] : []),
    ...(doubled > 0 ? [`${doubled} marks were doubled`] : []),
    ...(slowest > MOST_MS_TO_RESTART ? [`a restart took ${Math.round(slowest)} ms (${judged})`] : []),
    ...faults,
  ]
  const said = restarts.map(({ clock, processor }) => `${Math.round(clock)} (processor ${processor})`)
  const again = restarts.length > 0 ? `, restarted in ${said.join(', ')} ms` : ''
  return { name, line: `${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled${again}`, wrong }
}
