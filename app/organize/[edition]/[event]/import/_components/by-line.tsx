import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { TriangleAlert } from '@/components/ui/icons'
import type { CorrectableField, LineProblem } from '@/domain/registration/import/lines'
import type { ImportPlan, PlannedLine } from '@/domain/registration/import/plan'
import type { CheckedList } from '@/server/registration/import/check-import'
import { correctLine } from '../actions'

type About = Readonly<Record<string, string>>

/** What needs the organizer, by line: errors of every list with a field to correct them, then the chosen list's notes. */
export async function ByLine({
  plan,
  lists,
  index,
  about,
  className,
}: {
  plan: ImportPlan
  lists: readonly CheckedList[]
  index: number
  about: About
  className: string
}) {
  const t = await getTranslations('importList')
  const words = await getTranslations('import')
  const chosen = lists[index]
  const planned = plan.lists.find(({ name }) => name === chosen?.name)
  const errors = plan.lists.flatMap(({ name, lines }) =>
    lines.flatMap((line) => (line.outcome === 'error' ? [{ name, line }] : [])),
  )
  const placeOf = (name: string) => lists.findIndex((one) => one.name === name)
  const leftOut = planned?.lines.filter(({ outcome }) => outcome === 'left-out') ?? []
  const noted = planned?.lines.filter(({ notes }) => notes.length > 0) ?? []
  const repeated =
    planned?.lines.filter(({ outcome }) => outcome === 'duplicate' || outcome === 'elsewhere') ?? []
  const table = chosen?.table
  const quiet =
    errors.length + leftOut.length + noted.length + repeated.length === 0 && plan.alike.length === 0
  return (
    <aside className={className} id="by-line" aria-label={t('by-line')}>
      <h2 className="border-b pb-3 font-semibold text-lg">{t('by-line')}</h2>
      {quiet && <p className="py-3 text-muted">{t('nothing-by-line')}</p>}
      <ul>
        {errors.slice(0, 50).map(({ name, line }) => (
          <li key={`${name} ${line.line}`} className="border-b py-3">
            <ErrorLine name={name} of={placeOf(name)} line={line} about={about} />
          </li>
        ))}
        {leftOut.map(({ line, cells }) => (
          <Remark key={`out-${line}`} title={t('left-out-line', { line })}>
            <p>{`${cells.firstName} ${cells.lastName}`.trim()}</p>
            <form action={correctLine}>
              <Hidden values={{ ...about, of: String(index), line: String(line) }} />
              <Button name="do" value="take-in" look="quiet" className="-ml-3">
                {t('take-in')}
              </Button>
            </form>
          </Remark>
        ))}
        {repeated.map((line) => (
          <Remark key={`again-${line.line}`} title={t('at-line', { line: line.line })}>
            {line.outcome === 'duplicate' && t('repeats', { of: line.of })}
            {line.outcome === 'elsewhere' &&
              (line.at.list
                ? t('elsewhere', { list: line.at.list, of: line.at.line })
                : t('elsewhere-known'))}
          </Remark>
        ))}
        {noted.map(({ line, notes }) => (
          <Remark key={`note-${line}`} title={t('at-line', { line })}>
            {notes.map(({ code, values }) => words(`notes.${code}`, values)).join(' ')}
          </Remark>
        ))}
        {plan.alike.map(([one, other]) => (
          <Remark key={`${one.key} ${other.key}`} title={t('alike')}>
            {t('alike-what', { one: one.name, other: other.name })}
          </Remark>
        ))}
        {table && table.quotedLines.length > 0 && (
          <Remark
            title={t('quoted', {
              count: table.quotedLines.length,
              lines: table.quotedLines.slice(0, 8).join(', '),
            })}
          >
            {t('quoted-what')}
          </Remark>
        )}
        {table && table.titleLines.length > 0 && (
          <Remark title={t('titles', { count: table.titleLines.length, lines: table.titleLines.join(', ') })}>
            {t('skipped')}
          </Remark>
        )}
        {table && table.blankLines.length > 0 && (
          <Remark
            title={t('blank', {
              count: table.blankLines.length,
              lines: table.blankLines.slice(0, 8).join(', '),
            })}
          >
            {t('skipped')}
          </Remark>
        )}
      </ul>
    </aside>
  )
}

function Remark({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="relative border-b py-3 pl-5">
      <span className="absolute top-5 left-0.5 size-1.5 rounded-full bg-muted" aria-hidden="true" />
      <p className="font-semibold">{title}</p>
      <div className="text-muted text-sm">{children}</div>
    </li>
  )
}

function Hidden({ values }: { values: About }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

/** One line that is not imported as it is: why, its cells to correct, or leave it out. */
async function ErrorLine({
  name,
  of,
  line,
  about,
}: {
  name: string
  of: number
  line: Extract<PlannedLine, { outcome: 'error' }>
  about: About
}) {
  const t = await getTranslations('importList')
  const words = await getTranslations('import')
  const fields = [...new Set(line.problems.map(({ field }) => field))].filter(
    (field): field is CorrectableField => field !== 'line',
  )
  const sentence = ({ code, field, values }: LineProblem) => words(`lines.${code}`, { field, ...values })
  const id = (field: string) => `fix-${of}-${line.line}-${field}`
  return (
    <form action={correctLine} className="grid gap-2">
      <Hidden values={{ ...about, of: String(of), line: String(line.line) }} />
      <p className="flex items-center gap-2 font-semibold">
        <TriangleAlert className="size-4 shrink-0 text-danger" aria-hidden="true" />
        <span className="[overflow-wrap:anywhere]">{t('list-line', { name, line: line.line })}</span>
      </p>
      <p className="text-muted text-sm">
        {[`${line.cells.firstName} ${line.cells.lastName}`.trim(), line.cells.team]
          .filter(Boolean)
          .join(', ')}
      </p>
      <p id={id('why')} className="text-sm">
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
            className="min-h-12 w-full rounded-md border border-danger bg-surface px-3 font-mono text-sm"
          />
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        {fields.length > 0 && (
          <Button name="do" value="use" className="px-4">
            {t('use', { field: fields[0] ?? 'line' })}
          </Button>
        )}
        <Button name="do" value="leave-out" look="secondary" className="px-4">
          {t('leave-out')}
        </Button>
      </div>
    </form>
  )
}
