import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { TriangleAlert } from '@/components/ui/icons'
import type { CorrectableField, LineProblem } from '@/domain/registration/import/lines'
import type { PlannedLine } from '@/domain/registration/import/plan'
import { correctLine } from '../check-actions'
import { aboutOf, type Checking } from '../checking'
import { FixInPlace } from './fix-in-place'
import { Hidden } from './hidden'
import { SMALL } from './line-row'
import { LineLink } from './outcome-of'

/** What needs the organizer, by line: errors of every list with a field to correct them, then the chosen list's notes. */
export async function ByLine({ checking, className }: { checking: Checking; className: string }) {
  const t = await getTranslations('importList')
  const words = await getTranslations('import')
  const { planned, draft, list, place } = checking
  const { plan, lists } = checking.checked
  const about = aboutOf(checking)
  const errors = plan.lists.flatMap(({ name, lines }) =>
    lines.flatMap((line) => (line.outcome === 'error' ? [{ name, line }] : [])),
  )
  const placeOf = (name: string) => lists.findIndex((one) => one.name === name)
  const leftOut = planned?.lines.filter(({ outcome }) => outcome === 'left-out') ?? []
  const noted = planned?.lines.filter(({ notes }) => notes.length > 0) ?? []
  const repeated =
    planned?.lines.filter(({ outcome }) => outcome === 'duplicate' || outcome === 'elsewhere') ?? []
  const { table } = list
  const quiet =
    errors.length + leftOut.length + noted.length + repeated.length === 0 && plan.alike.length === 0
  return (
    <aside className={className} id="by-line" aria-label={t('by-line')}>
      <FixInPlace stamp={draft.touchedAt}>
        <h2 className="border-b pb-3 font-semibold text-lg" tabIndex={-1} data-then="">
          {t('by-line')}
        </h2>
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
                <Hidden values={{ ...about, of: String(place.list), line: String(line) }} />
                <Button name="do" value="take-in" look="quiet" className="-ml-3">
                  {t('take-in')}
                </Button>
              </form>
            </Remark>
          ))}
          {repeated.map((line) => (
            <Remark key={`again-${line.line}`} title={t('at-line', { line: line.line })}>
              <Again checking={checking} line={line} />
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
            <Remark
              title={t('titles', { count: table.titleLines.length, lines: table.titleLines.join(', ') })}
            >
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
      </FixInPlace>
    </aside>
  )
}

/** Where a line's person is counted instead, with the way there. */
async function Again({ checking, line }: { checking: Checking; line: PlannedLine }) {
  const t = await getTranslations('importList')
  const to = (list: string, of: number) => (chunks: ReactNode) => (
    <LineLink checking={checking} list={list} line={of}>
      {chunks}
    </LineLink>
  )
  if (line.outcome === 'duplicate' && checking.planned)
    return t.rich('repeats', { of: line.of, there: to(checking.planned.name, line.of) })
  if (line.outcome !== 'elsewhere') return null
  const { list, line: of, institutionId } = line.at
  const institution = checking.names.get(institutionId) ?? ''
  return list === null
    ? t('elsewhere-known', { institution })
    : t.rich('elsewhere', { list, of, institution, there: to(list, of) })
}

function Remark({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="relative border-b py-3 pl-7">
      <span className="absolute top-5 left-1 size-1.5 rounded-full bg-muted" aria-hidden="true" />
      <p className="font-semibold">{title}</p>
      <div className="text-muted text-sm">{children}</div>
    </li>
  )
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
  about: Readonly<Record<string, string>>
}) {
  const t = await getTranslations('importList')
  const words = await getTranslations('import')
  const fields = [...new Set(line.problems.map(({ field }) => field))].filter(
    (field): field is CorrectableField => field !== 'line',
  )
  const sentence = ({ code, field, values }: LineProblem) => words(`lines.${code}`, { field, ...values })
  const id = (field: string) => `fix-${of}-${line.line}-${field}`
  return (
    <form id={id('by')} action={correctLine} data-line={line.line} className="grid gap-2 pl-7">
      <Hidden values={{ ...about, of: String(of), line: String(line.line), anchor: 'by-line' }} />
      <p className="-ml-7 flex gap-3 font-semibold">
        <TriangleAlert className="mt-1 size-4 shrink-0 text-danger" aria-hidden="true" />
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
