import type { Place } from './projection'

const RADIANS = Math.PI / 180

type Vector = readonly [number, number, number]

const toVector = ({ lat, lon }: Place): Vector => [
  Math.cos(lat * RADIANS) * Math.cos(lon * RADIANS),
  Math.cos(lat * RADIANS) * Math.sin(lon * RADIANS),
  Math.sin(lat * RADIANS),
]

const toPlace = ([x, y, z]: Vector): Place => ({
  lat: Math.atan2(z, Math.hypot(x, y)) / RADIANS,
  lon: Math.atan2(y, x) / RADIANS,
})

/**
 * The shortest way over the Earth's surface, both ends included.
 * @returns `steps + 1` places at equal distances; between antipodes, where every way is the shortest, one of them
 */
export function greatCircle(from: Place, to: Place, steps = 24): readonly Place[] {
  const [a, b] = [toVector(from), toVector(to)]
  const cosine = Math.min(1, Math.max(-1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]))
  const angle = Math.acos(cosine)
  if (Math.sin(angle) < 1e-6) return [from, to]
  const middle = Array.from({ length: steps - 1 }, (_, index) => {
    const share = (index + 1) / steps
    const ka = Math.sin((1 - share) * angle) / Math.sin(angle)
    const kb = Math.sin(share * angle) / Math.sin(angle)
    return toPlace([ka * a[0] + kb * b[0], ka * a[1] + kb * b[1], ka * a[2] + kb * b[2]])
  })
  return [from, ...middle, to]
}
