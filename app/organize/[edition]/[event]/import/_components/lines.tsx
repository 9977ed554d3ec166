import { getTranslations } from 'next-intl/server'
import type { PlannedLine, PlannedList } from '@/domain/registration/import/plan'

const FIRST = 8
const COLUMNS = ['firstName', 'lastName', 'email', 'programme', 'year', 'team'] as const

/** The list's lines as they will be imported: the first few, and the others on request. */
export async function Lines({ planned: { lines } }: { planned: PlannedList }) {
  const t = await getTranslations('importList')
  const more = lines.slice(FIRST)
  return (
    <div className="mt-6">
      <LineTable lines={lines.slice(0, FIRST)} />
      {more.length > 0 && (
        <details className="group">
          <summary className="inline-flex min-h-12 items-center font-semibold text-primary group-open:text-muted">
            {t('more-lines', { count: more.length })}
          </summary>
          <LineTable lines={more.slice(0, 500)} />
        </details>
      )}
    </div>
  )
}

async function LineTable({ lines }: { lines: readonly PlannedLine[] }) {
  const t = await getTranslations('importList')
  const words = await getTranslations('import')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable with the keyboard
    <section className="overflow-x-auto" aria-label={t('lines')} tabIndex={0}>
      <table className="w-full border-collapse text-left text-sm">
        <thead>
          <tr className="text-muted">
            <th scope="col" className="py-2 pr-3 font-normal">
              {t('line')}
            </th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="py-2 pr-3 font-normal">
                {words(`fields.${column}`)}
              </th>
            ))}
            <th scope="col" className="py-2 font-normal">
              {t('outcome')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line} className="border-t">
              <td className="figures py-2 pr-3 text-muted">{line.line}</td>
              {COLUMNS.map((column) => (
                <td key={column} className={`py-2 pr-3 ${column === 'email' ? 'text-muted' : ''}`}>
                  {line.cells[column]}
                </td>
              ))}
              <td className={`py-2 ${line.outcome === 'error' ? 'text-danger' : 'text-muted'}`}>
                {outcomeOf(line, words)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Words = Awaited<ReturnType<typeof getTranslations<'import'>>>

function outcomeOf(line: PlannedLine, words: Words): string {
  if (line.outcome === 'duplicate') return words('outcomes.duplicate', { line: line.of })
  if (line.outcome === 'elsewhere')
    return words('outcomes.elsewhere', {
      list: line.at.list ?? 'none',
      line: line.at.line ?? 0,
      institution: '',
    })
  return words(`outcomes.${line.outcome}`)
}
