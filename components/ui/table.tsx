import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly id: string
  readonly head: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Figures stand at the right, in the telemetry face. */
  readonly figures?: boolean
  /** The cell that names the row. */
  readonly names?: boolean
  /** Left out where the screen is narrow. */
  readonly wideOnly?: boolean
}

/** A table of hairlines. Wider than the screen it scrolls by itself, and can be scrolled with the keyboard. */
export function Table<Row>({
  columns,
  rows,
  rowId,
  caption,
}: {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** What the table holds, read out first. */
  caption: string
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable with the keyboard
    <section className="relative overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, head, figures, wideOnly }) => (
              <th
                key={id}
                scope="col"
                className={`py-2 pr-4 font-normal text-muted text-sm last:pr-0 ${figures ? 'text-right' : ''} ${hide(wideOnly)}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)} className="border-t last:border-b">
              {columns.map(({ id, cell, figures, names, wideOnly }) => {
                const look = `py-2.5 pr-4 last:pr-0 ${align(figures)} ${hide(wideOnly)}`
                return names ? (
                  <th key={id} scope="row" className={`font-semibold ${look}`}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={id} className={look}>
                    {cell(row)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const align = (figures?: boolean) => (figures ? 'figures text-right' : '')
const hide = (wideOnly?: boolean) => (wideOnly ? 'max-md:hidden' : '')
