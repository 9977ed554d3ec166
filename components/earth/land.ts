import { LAND_ROWS } from './land-dots.generated'
import { COLUMNS, NORTH, ROW_DEGREES } from './land-grid'

/** One row of the grid, a cell a degree from 180° W eastwards. */
function decodeRow(row: string): readonly boolean[] {
  return [...row].flatMap((letter, index) => Array<boolean>(letter.charCodeAt(0) - 40).fill(index % 2 === 1))
}

const LAND = LAND_ROWS.map(decodeRow)

/** Whether there is land at these degrees, to about a degree; south of 57° S nothing is drawn. */
export function isLand(lat: number, lon: number): boolean {
  const row = Math.floor((NORTH - lat) / ROW_DEGREES)
  const column = Math.floor((((lon + 180) % COLUMNS) + COLUMNS) % COLUMNS)
  return LAND[row]?.[column] ?? false
}
