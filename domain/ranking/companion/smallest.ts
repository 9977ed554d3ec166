export type Point = readonly [number, number]

const GRID = 12
const FINEST = 1e-9
const AROUND: readonly Point[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
  [1, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
]

/**
 * Where on the unit square a function is smallest. A grid over all of it finds the right valley, then a walk to the
 * best of eight neighbours with ever shorter steps its floor. Nothing is asked of slopes, so that a minimum on an edge
 * is found like any other.
 */
export function smallest(valueAt: (point: Point) => number): Point {
  let best: Point = [0, 0]
  let least = Number.POSITIVE_INFINITY
  const visit = (point: Point) => {
    const value = valueAt(point)
    if (!(value < least)) return false
    best = point
    least = value
    return true
  }
  for (let x = 0; x < GRID; x += 1) for (let y = 0; y < GRID; y += 1) visit([x / GRID, y / GRID])
  for (let step = 0.5 / GRID; step > FINEST; ) {
    const [x, y] = best
    let moved = false
    for (const [dx, dy] of AROUND) {
      const point: Point = [within(x + dx * step), within(y + dy * step)]
      if ((point[0] !== x || point[1] !== y) && visit(point)) moved = true
    }
    if (!moved) step /= 2
  }
  return best
}

function within(value: number): number {
  return Math.min(Math.max(value, 0), 1)
}
