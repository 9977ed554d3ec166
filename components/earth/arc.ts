import { greatCircle } from './great-circle'
import type { Place, Projection } from './projection'

/** The way between two places as an SVG path; where it leaves the sheet at one side it goes on at the other. */
export function arcPath(from: Place, to: Place, { project, width }: Projection): string {
  return greatCircle(from, to)
    .map(project)
    .map(({ x, y }, index, spots) => {
      const before = spots[index - 1]
      const jumps = before === undefined || Math.abs(before.x - x) > width / 2
      return `${jumps ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
    })
    .join('')
}
