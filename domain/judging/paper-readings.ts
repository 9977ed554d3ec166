/** One reading of one cell of a juror's paper sheet; null where nothing is written. */
export interface Reading {
  readonly criterion: string
  readonly value: number | null
}

/** What the readings of a cell come to. It is agreed as soon as two of them are the same. */
export type PaperCell = { readonly criterion: string; readonly readings: number } & (
  | { readonly agreed: true; readonly value: number | null }
  | { readonly agreed: false }
)

/** The cells of a ballot, of readings in the order they were made. */
export function paperCells(criteria: readonly string[], readings: readonly Reading[]): PaperCell[] {
  return criteria.map((criterion) => {
    const values = readings.filter((reading) => reading.criterion === criterion).map(({ value }) => value)
    const agreed = values.find((value, at) => values.indexOf(value) < at)
    return agreed === undefined
      ? { criterion, readings: values.length, agreed: false }
      : { criterion, readings: values.length, agreed: true, value: agreed }
  })
}

/** Which reading of its open cells a ballot waits for, from 1 on; null once all are agreed. */
export function nextReading(cells: readonly PaperCell[]): number | null {
  const open = cells.filter(({ agreed }) => !agreed)
  return open.length === 0 ? null : 1 + Math.max(...open.map(({ readings }) => readings))
}

/** The value a cell was typed with: a decimal point or comma; empty is nothing written. Undefined for anything else. */
export function typedValue(text: string): number | null | undefined {
  const plain = text.trim().replace(',', '.')
  if (plain === '') return null
  return /^\d{1,4}(\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined
}
