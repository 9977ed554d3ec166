import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Check } from '@/components/ui/icons'
import { OUTCOMES, type Outcome, type PlannedLine, type PlannedList } from '@/domain/registration/import/plan'
import { addressOf, LINES_A_PAGE } from '../check-place'
import { type Checking, placeOfLine } from '../checking'
import { FixInPlace } from './fix-in-place'
import { LineFilter } from './line-filter'
import { LinePager } from './line-pager'
import { COLUMNS, LineRow } from './line-row'

const FIRST = 8

/** The list's lines as they will be imported, a hundred a page, each to be corrected where it stands. */
export async function LineGrid({ checking, planned }: { checking: Checking; planned: PlannedList }) {
  const t = await getTranslations('importList')
  const words = await getTranslations('import')
  const { place, path, given, draft } = checking
  const chosen = shownOf(planned.lines, place.show)
  const pages = Math.max(1, Math.ceil(chosen.length / LINES_A_PAGE))
  const page = Math.min(place.page, pages)
  const lines = chosen.slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE)
  const domain = sharedDomain(planned.lines)
  // A list that needs nobody shows its beginning; where something was to fix, nothing moves away under one's hands.
  const untouched = Object.keys(given.corrections ?? {}).length === 0 && planned.figures.error === 0
  const brief = place.show.length === 0 && place.page === 1 && !place.at && !place.edit && untouched
  return (
    <section id="lines" className="mt-7 scroll-mt-4" aria-label={t('lines')}>
      <FixInPlace stamp={draft.touchedAt} saveOnLeave led={place.edit ?? place.at}>
        <LineFilter checking={checking} planned={planned} />
        <Onward checking={checking} />
        {lines.length === 0 && (
          <p className="border-b py-8 text-center text-muted">
            {t('none-shown')}{' '}
            <Link href={addressOf(path, place, { show: [] }, 'lines')} className="link" scroll={false}>
              {t('show-all', { count: planned.lines.length })}
            </Link>
          </p>
        )}
        {lines.length > 0 && (
          <div className="md:overflow-x-auto">
            <table
              className={`w-full border-collapse text-left text-[.8125rem] max-md:block max-md:text-sm ${brief ? BRIEF : ''}`}
            >
              <caption className="sr-only">{t('lines')}</caption>
              <thead className="max-md:sr-only">
                <tr className="text-muted">
                  <th scope="col" className="py-2 pr-2.5 font-normal">
                    {t('line')}
                  </th>
                  {COLUMNS.map((column) => (
                    <th
                      key={column}
                      scope="col"
                      className="whitespace-nowrap py-2 pr-2 font-normal last:pr-0"
                    >
                      {words(`fields.${column}`)}
                      {column === 'email' && domain && ` ${domain}`}
                    </th>
                  ))}
                </tr>
              </thead>
              {lines.map((line) => (
                <LineRow key={line.line} checking={checking} line={line} domain={domain} />
              ))}
            </table>
            {brief && lines.length > FIRST && (
              <details className="open:hidden">
                <summary className="inline-flex min-h-12 list-none items-center font-semibold text-primary text-sm md:pl-9">
                  {t('more-lines', { count: lines.length - FIRST })}
                </summary>
              </details>
            )}
          </div>
        )}
      </FixInPlace>
      <LinePager checking={checking} page={page} pages={pages} count={chosen.length} />
    </section>
  )
}

/** Without the means to look back at what is open, a browser shows all lines. */
const BRIEF = 'has-[+details:not([open])]:[&>tbody:nth-of-type(n+9)]:hidden'

function shownOf(lines: readonly PlannedLine[], show: readonly Outcome[]): readonly PlannedLine[] {
  return show.length === 0 || show.length === OUTCOMES.length
    ? lines
    : lines.filter(({ outcome }) => show.includes(outcome))
}

/** The domain that nearly all addresses of a list have is said once, above them. */
function sharedDomain(lines: readonly PlannedLine[]): string | null {
  const counts = new Map<string, number>()
  for (const { cells } of lines) {
    const domain = cells.email.slice(cells.email.lastIndexOf('@')).toLowerCase()
    if (domain.startsWith('@')) counts.set(domain, (counts.get(domain) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  return most && most[1] >= 3 && most[1] >= lines.length * 0.75 ? most[0] : null
}

/** What one hears when the last fault of a list is mended, and the way to the next list's. */
async function Onward({ checking }: { checking: Checking }) {
  const { checked, planned, given, path, place } = checking
  if (!planned || planned.figures.error > 0 || Object.keys(given.corrections ?? {}).length === 0) return null
  const t = await getTranslations('importList')
  const next = checked.plan.lists.find(({ figures }) => figures.error > 0)
  const line = next?.lines.find(({ outcome }) => outcome === 'error')?.line
  const there = next && line ? placeOfLine(checking, next.name, line) : null
  return (
    <p className="flex flex-wrap items-center gap-x-2 border-b py-3 text-sm" role="status">
      <Check className="size-4 text-success" aria-hidden="true" />
      {t('list-fixed')}
      {next && line && there && (
        <Link
          href={addressOf(path, place, there, `line-${line}`)}
          data-then=""
          className="link inline-flex min-h-12 items-center lg:pointer-fine:min-h-0"
        >
          {t('next-fix', { name: next.name, line })}
        </Link>
      )}
    </p>
  )
}
