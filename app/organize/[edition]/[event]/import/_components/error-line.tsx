import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { TriangleAlert } from '@/components/ui/icons'
import type { CorrectableField, LineProblem } from '@/domain/registration/import/lines'
import type { PlannedLine } from '@/domain/registration/import/plan'
import { correctLine } from '../check-actions'
import { aboutOf, type Checking } from '../checking'
import { Hidden } from './hidden'
import { SMALL } from './line-row'
import { LineLink } from './outcome-of'

/** One line that is not imported as it is: why, its cells to correct, or leave it out. */
export async function ErrorLine({
  checking,
  name,
  of,
  line,
}: {
  checking: Checking
  name: string
  of: number
  line: Extract<PlannedLine, { outcome: 'error' }>
}) {
  const t = await getTranslations('importList')
  const words = await getTranslations('import')
  const fields = [...new Set(line.problems.map(({ field }) => field))].filter(
    (field): field is CorrectableField => field !== 'line',
  )
  const sentence = ({ code, field, values }: LineProblem) => words(`lines.${code}`, { field, ...values })
  const id = (field: string) => `by-${of}-${line.line}-${field}`
  const { firstName, lastName, team } = line.cells
  return (
    <form id={id('line')} action={correctLine} data-line={line.line} className="grid gap-2 pl-7">
      <Hidden values={{ ...aboutOf(checking), of: String(of), line: String(line.line), anchor: 'by-line' }} />
      <p className="-ml-7 flex gap-3 font-semibold">
        <TriangleAlert className="mt-1 size-4 shrink-0 text-danger" aria-hidden="true" />
        <span className="[overflow-wrap:anywhere]">
          <LineLink
            checking={checking}
            list={name}
            line={line.line}
            className="text-text no-underline hover:underline"
          >
            {t('list-line', { name, line: line.line })}
          </LineLink>
        </span>
      </p>
      <p className="text-muted text-sm [overflow-wrap:anywhere]">
        {[`${firstName} ${lastName}`.trim(), team].filter(Boolean).join(', ')}
      </p>
      <p id={id('why')} className="text-sm [overflow-wrap:anywhere]">
        {line.problems.map(sentence).join(' ')}
      </p>
      {fields.map((field) => (
        <div key={field}>
          <label htmlFor={id(field)} className="sr-only">
            {words(`fields.${field}`)}
          </label>
          <input
            id={id(field)}
            name={field}
            defaultValue={line.cells[field]}
            placeholder={words(`fields.${field}`)}
            autoComplete="off"
            aria-invalid
            aria-describedby={id('why')}
            className="min-h-12 w-full rounded-md border border-danger bg-surface px-3 font-mono text-sm lg:pointer-fine:min-h-10"
          />
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        {fields.length > 0 && (
          <Button name="do" value="use" className={SMALL}>
            {t('use', { field: fields[0] ?? 'line' })}
          </Button>
        )}
        <Button name="do" value="leave-out" look="secondary" className={SMALL}>
          {t('leave-out')}
        </Button>
      </div>
    </form>
  )
}
