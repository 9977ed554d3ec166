/** Degrees, north and east positive. */
export interface Place {
  readonly lat: number
  readonly lon: number
}

export interface Bounds {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

/** A place on the sheet: x to the right, y down. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** From places to spots on a sheet of that width and height, with the grid of dots that suits its scale. */
export interface Projection {
  readonly width: number
  readonly height: number
  readonly project: (place: Place) => Spot
  /** Degrees between rows of dots. */
  readonly rowDegrees: number
  /** From a dot to the next in its row, on the sheet. */
  readonly gap: number
  readonly bounds: Bounds
  /** How thick a dot is. */
  readonly dot: number
}

/** The meridian in the middle of the whole Earth, so that its cut falls into the Bering Strait. */
const MIDDLE = 11
const WIDTH = 1000
/** How much taller than wide a degree is on a part of the Earth: between the poles' 1 and Europe's true 1.4. */
const STRETCH = 1.25

/** The whole Earth but the far south, cut in the Bering Strait, in equal areas. */
export function wholeEarth(): Projection {
  const bounds = { west: MIDDLE - 180, east: MIDDLE + 180, south: -56, north: 79 }
  const left = equalEarth({ lat: 60, lon: -169 }).x
  const right = equalEarth({ lat: -40, lon: 180 }).x
  const top = equalEarth({ lat: bounds.north, lon: 0 }).y
  const bottom = equalEarth({ lat: bounds.south, lon: 0 }).y
  const scale = WIDTH / (right - left)
  return {
    width: WIDTH,
    height: Math.round((top - bottom) * scale),
    project: (place) => {
      const { x, y } = equalEarth(place)
      return { x: (x - left) * scale, y: (top - y) * scale }
    },
    rowDegrees: 2.1,
    gap: 6.9,
    bounds,
    dot: 2.6,
  }
}

/**
 * A part of the Earth as a straight grid, a little taller than wide so that shapes keep their look.
 * @param dots how many dots a row holds from west to east
 */
export function partOfEarth(bounds: Bounds, dots = 64): Projection {
  const degrees = bounds.east - bounds.west
  const scale = WIDTH / degrees
  return {
    width: WIDTH,
    height: Math.round((bounds.north - bounds.south) * scale * STRETCH),
    project: ({ lat, lon }) => ({
      x: (lon - bounds.west) * scale,
      y: (bounds.north - lat) * scale * STRETCH,
    }),
    rowDegrees: ((degrees / dots) * 0.62) / STRETCH,
    gap: WIDTH / dots,
    bounds,
    dot: (WIDTH / dots) * 0.24,
  }
}

/** The square part of the Earth around a place, that many degrees to the north and to the south. */
export const squareAround = ({ lat, lon }: Place, degrees: number): Bounds => ({
  west: lon - degrees * STRETCH,
  east: lon + degrees * STRETCH,
  south: lat - degrees,
  north: lat + degrees,
})

const RADIANS = Math.PI / 180

/** Šavrič, Patterson and Jenny, "The Equal Earth map projection" (2018), around 11° E, on a sphere of radius 1. */
function equalEarth({ lat, lon }: Place): Spot {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796]
  const turn = ((((lon - MIDDLE + 180) % 360) + 360) % 360) - 180
  const t = Math.asin((Math.sqrt(3) / 2) * Math.sin(lat * RADIANS))
  const t2 = t * t
  const t6 = t2 * t2 * t2
  return {
    x:
      (2 * Math.sqrt(3) * turn * RADIANS * Math.cos(t)) /
      (3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1)),
    y: t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2)),
  }
}
