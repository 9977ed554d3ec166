import 'server-only'

/** PostgreSQL takes 65,535 parameters a statement; so many rows of ten columns stay well below. */
const ROWS = 2_000

/** Does `work` for the rows, so many at a time, one after the other. */
export async function inChunks<T>(
  rows: readonly T[],
  work: (some: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS) await work(rows.slice(start, start + ROWS))
}
