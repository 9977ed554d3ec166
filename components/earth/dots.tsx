import { isLand } from './land'
import type { Projection } from './projection'

const round = (value: number) => Math.round(value * 10) / 10

interface Run {
  readonly x: number
  readonly y: number
  readonly dots: number
}

/** Every run of dots on land. Each second row is shifted by half a gap, so that the land looks woven, not ruled. */
export function dotRuns({ bounds, rowDegrees, gap, width, project }: Projection): readonly Run[] {
  const rows = Math.floor((bounds.north - bounds.south) / rowDegrees)
  return Array.from({ length: rows }, (_, row) => {
    const lat = bounds.north - (row + 0.5) * rowDegrees
    const west = project({ lat, lon: bounds.west })
    const perDegree = (project({ lat, lon: bounds.east - 0.001 }).x - west.x) / (bounds.east - bounds.west)
    const shift = row % 2 ? 0.75 : 0.25
    const count = Math.ceil(width / gap)
    const isDot = Array.from({ length: count }, (_, dot) => {
      const lon = bounds.west + ((dot + shift) * gap - west.x) / perDegree
      return lon > bounds.west && lon < bounds.east && isLand(lat, lon)
    })
    return runsOf(isDot).map(({ first, dots }) => ({ x: (first + shift) * gap, y: west.y, dots }))
  }).flat()
}

function runsOf(row: readonly boolean[]): readonly { readonly first: number; readonly dots: number }[] {
  return row.flatMap((dot, first) => {
    if (!dot || row[first - 1]) return []
    const end = row.indexOf(false, first)
    return [{ first, dots: (end < 0 ? row.length : end) - first }]
  })
}

/** The land as one path: a run of dots is a line whose dashes have no length and round ends. */
export function LandDots({ projection }: { projection: Projection }) {
  const { gap, dot } = projection
  return (
    <path
      className="fill-none stroke-dot"
      strokeWidth={round(dot)}
      strokeLinecap="round"
      strokeDasharray={`0 ${gap}`}
      d={dotRuns(projection)
        .map(({ x, y, dots }) => `M${round(x)} ${round(y)}h${round((dots - 1) * gap + 0.1)}`)
        .join('')}
    />
  )
}
