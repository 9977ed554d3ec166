/**
 * Writes components/earth/land-dots.generated.ts: where there is land, a cell a degree.
 * Source: Natural Earth 1:110m land, public domain, as packed in world-atlas 2 (TopoJSON, ISC licence).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { COLUMNS, LONGEST_RUN, NORTH, ROW_DEGREES, ROWS } from '../components/earth/land-grid'

type Point = readonly [number, number]
interface Atlas {
  readonly transform: { readonly scale: Point; readonly translate: Point }
  readonly arcs: readonly (readonly Point[])[]
  readonly objects: { readonly land: { readonly geometries: readonly { readonly arcs: number[][][] }[] } }
}

const atlas: Atlas = JSON.parse(
  readFileSync(new URL('../node_modules/world-atlas/land-110m.json', import.meta.url), 'utf8'),
)

/** TopoJSON keeps each arc as whole steps from the point before. */
const arcs = atlas.arcs.map((steps) => {
  let x = 0
  let y = 0
  return steps.map(([dx, dy]): Point => {
    x += dx
    y += dy
    const { scale, translate } = atlas.transform
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
})

const arcAt = (index: number) => (index < 0 ? (arcs[~index] ?? []).toReversed() : (arcs[index] ?? []))

/** A coast goes on over the date line: its longitudes run on past 180° instead of jumping to the other side. */
function unwrap(ring: readonly Point[]): readonly Point[] {
  let turns = 0
  return ring.map(([x, y], index): Point => {
    const step = x - (ring[index - 1]?.[0] ?? x)
    if (Math.abs(step) > 180) turns -= Math.sign(step)
    return [x + turns * 360, y]
  })
}

const polygons = atlas.objects.land.geometries.flatMap(({ arcs: parts }) =>
  parts.map((rings) => rings.map((ring) => unwrap(ring.flatMap(arcAt)))),
)

function crosses([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  })
  return inside
}

/** A ring may lie a turn further east or west than the place. */
const within = ([x, y]: Point, ring: readonly Point[]) =>
  [x - 360, x, x + 360].some((turned) => crosses([turned, y], ring))

/** In an outer coast and in none of its inland seas. */
const isLand = (point: Point) =>
  polygons.some(([coast = [], ...seas]) => within(point, coast) && !seas.some((sea) => within(point, sea)))

/** Runs of sea and land in turn, sea first, a letter a length; the end of a row of sea is left off. */
function encodeRow(row: number): string {
  const lat = NORTH - (row + 0.5) * ROW_DEGREES
  const lengths: number[] = [0]
  let land = false
  for (let column = 0; column < COLUMNS; column++) {
    if (Boolean(isLand([column - 179.5, lat])) !== land) {
      land = !land
      lengths.push(0)
    }
    lengths.push((lengths.pop() ?? 0) + 1)
  }
  if (!land) lengths.pop()
  return lengths.map(encodeLength).join('')
}

/** Longer than a letter can say: full letters of this kind with nothing of the other kind between them. */
function encodeLength(length: number): string {
  const letter = (value: number) => String.fromCharCode(value + 40)
  return length > LONGEST_RUN
    ? letter(LONGEST_RUN) + letter(0) + encodeLength(length - LONGEST_RUN)
    : letter(length)
}

const rows = Array.from({ length: ROWS }, (_, row) => encodeRow(row))
writeFileSync(
  new URL('../components/earth/land-dots.generated.ts', import.meta.url),
  `// Made by scripts/generate-earth.ts from Natural Earth 1:110m land (public domain), by way of world-atlas 2.
export const LAND_ROWS: readonly string[] = ${JSON.stringify(rows, null, 2)}
`,
)
console.log(`${rows.join('').length} letters in ${ROWS} rows`)
