import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import type { CorrectableField, LineProblem } from '@/domain/registration/import/lines'
import type { PlannedLine } from '@/domain/registration/import/plan'
import { correctLine } from '../check-actions'
import { addressOf, saidOf } from '../check-place'
import type { Checking } from '../checking'
import { Hidden } from './hidden'
import { OutcomeOf } from './outcome-of'

export const COLUMNS = [
  'firstName',
  'lastName',
  'email',
  'programme',
  'year',
  'team',
] as const satisfies readonly CorrectableField[]

/** On a phone a line is its name, its address below, and the rest in a row. */
const ON_PHONE: Readonly<Record<CorrectableField, string>> = {
  firstName: '',
  lastName: '',
  email: 'max-md:basis-full',
  programme: '',
  year: '',
  team: '',
}

/**
 * One line: its cells, and what will become of it. A cell that is at fault can be typed over at once, every cell of a
 * line that was opened, with the reason and the buttons below them.
 */
export async function LineRow({
  checking,
  line,
  domain,
}: {
  checking: Checking
  line: PlannedLine
  domain: string | null
}) {
  const t = await getTranslations('importList')
  const { place, path } = checking
  const problems = line.outcome === 'error' ? line.problems : []
  const whole = place.edit === line.line || problems.some(({ field }) => field === 'line')
  const open = (column: CorrectableField) => whole || problems.some(({ field }) => field === column)
  const form = `fix-${line.line}`
  const led = place.at === line.line
  return (
    <tbody
      id={`line-${line.line}`}
      className={`scroll-mt-16 border-t max-md:block ${led ? 'bg-primary-soft' : ''}`}
    >
      <tr
        className={`cursor-pointer align-baseline hover:bg-sunken max-md:relative max-md:flex max-md:flex-wrap max-md:gap-x-1.5 max-md:py-2 max-md:pl-11 ${LOOK[line.outcome] ?? ''}`}
      >
        <td className="figures pr-2.5 text-muted max-md:absolute max-md:top-1 max-md:left-0">
          <Link
            href={addressOf(path, place, { edit: line.line, page: place.page }, `line-${line.line}`)}
            scroll={false}
            data-edit={line.line}
            aria-label={t('edit-line', { line: line.line })}
            className="inline-flex min-w-7 items-center py-1 text-muted no-underline hover:text-primary hover:underline pointer-coarse:min-h-12"
          >
            {line.line}
          </Link>
        </td>
        {COLUMNS.map((column) => (
          <td
            key={column}
            className={`break-words py-1 pr-2 last:pr-0 max-md:p-0 max-md:empty:hidden ${ON_PHONE[column]} ${open(column) ? 'max-md:basis-full' : ''} ${column === 'email' ? 'text-muted' : ''}`}
          >
            {open(column) ? (
              <Cell
                line={line}
                column={column}
                form={form}
                fault={problems.find(({ field }) => field === column || field === 'line')}
              />
            ) : (
              <Text line={line} column={column} domain={domain} />
            )}
          </td>
        ))}
      </tr>
      <Fate checking={checking} line={line} />
      {(whole || problems.length > 0) && (
        <tr className="max-md:block">
          <td className="max-md:hidden" />
          <td colSpan={COLUMNS.length} className="pb-3 max-md:block max-md:pl-11">
            <form
              id={form}
              action={correctLine}
              data-line={line.line}
              className="flex flex-wrap items-center gap-x-4 gap-y-2"
            >
              <Hidden
                values={{
                  eventId: checking.found.event.id,
                  ...saidOf({ ...place, at: null, edit: null }),
                  of: String(place.list),
                  line: String(line.line),
                  anchor: place.show.length > 0 ? 'lines' : `line-${line.line}`,
                  ...(place.edit === line.line && { opened: 'yes' }),
                  ...(problems.some(({ field }) => field === 'line') && { whole: 'yes' }),
                }}
              />
              <p id={`${form}-why`} className="min-w-48 flex-1 text-danger">
                <Reasons problems={problems} />
              </p>
              <span className="flex flex-wrap gap-2">
                <Button name="do" value="save" className={SMALL}>
                  {t('save-line')}
                </Button>
                {problems.length > 0 ? (
                  <Button name="do" value="leave-out" look="secondary" className={SMALL} formNoValidate>
                    {t('leave-out')}
                  </Button>
                ) : (
                  <Link
                    href={addressOf(path, place, {}, `line-${line.line}`)}
                    scroll={false}
                    className={`inline-flex items-center text-primary no-underline ${SMALL}`}
                  >
                    {t('close-line')}
                  </Link>
                )}
              </span>
            </form>
          </td>
        </tr>
      )}
    </tbody>
  )
}

/** A line that changes nothing steps back. */
const LOOK: Partial<Record<PlannedLine['outcome'], string>> = {
  unchanged: 'text-muted',
  duplicate: 'text-muted',
  elsewhere: 'text-muted',
  'left-out': 'text-muted line-through decoration-control',
}

/** What becomes of a line, below it, where it is not simply new or as it was. */
function Fate({ checking, line }: { checking: Checking; line: PlannedLine }) {
  if (['create', 'unchanged', 'error'].includes(line.outcome)) return null
  return (
    <tr className="max-md:block">
      <td className="max-md:hidden" />
      <td colSpan={COLUMNS.length} className="pb-2 max-md:block max-md:pl-11">
        <OutcomeOf checking={checking} line={line} />
      </td>
    </tr>
  )
}

/** Big enough for a thumb, and no bigger than a line needs where there is a mouse. */
export const SMALL = 'px-4 text-sm lg:pointer-fine:min-h-9'

async function Reasons({ problems }: { problems: readonly LineProblem[] }) {
  const words = await getTranslations('import')
  return problems.map(({ code, field, values }) => words(`lines.${code}`, { field, ...values })).join(' ')
}

async function Cell({
  line,
  column,
  form,
  fault,
}: {
  line: PlannedLine
  column: CorrectableField
  form: string
  fault: LineProblem | undefined
}) {
  const words = await getTranslations('import')
  const t = await getTranslations('importList')
  return (
    <>
      <input
        form={form}
        name={column}
        defaultValue={line.cells[column]}
        aria-label={t('cell', { field: words(`fields.${column}`), line: line.line })}
        placeholder={words(`fields.${column}`)}
        autoComplete="off"
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${form}-why` : undefined}
        className={`min-h-12 w-full rounded-sm max-md:my-1 md:-ml-2 border bg-surface px-2 text-text placeholder:text-muted lg:pointer-fine:min-h-8 ${MEASURE[column]} ${fault ? 'border-danger' : 'border-control'}`}
      />
      <input type="hidden" form={form} name={`${column}-was`} value={line.cells[column]} />
    </>
  )
}

const MEASURE: Readonly<Record<CorrectableField, string>> = {
  firstName: 'md:min-w-16',
  lastName: 'md:min-w-16',
  email: 'md:min-w-40',
  programme: 'md:min-w-24',
  year: 'md:min-w-10',
  team: 'md:min-w-24',
}

/** A cell as it is read. The domain all have is said above them; a phone has no room there and says it here. */
function Text({
  line: { cells },
  column,
  domain,
}: {
  line: PlannedLine
  column: CorrectableField
  domain: string | null
}) {
  const text = cells[column]
  if (column === 'email' && domain && text.toLowerCase().endsWith(domain))
    return (
      <>
        {text.slice(0, -domain.length)}
        <span className="md:hidden">{text.slice(-domain.length)}</span>
      </>
    )
  const before = column === 'year' ? cells.programme : column === 'team' && (cells.programme || cells.year)
  if (!text || !before) return text
  return (
    <>
      <span className="text-muted md:hidden">· </span>
      {text}
    </>
  )
}
