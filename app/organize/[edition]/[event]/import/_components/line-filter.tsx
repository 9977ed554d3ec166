import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Download } from '@/components/ui/icons'
import { OUTCOMES, type PlannedList } from '@/domain/registration/import/plan'
import { addressOf } from '../check-place'
import type { Checking } from '../checking'

/** How the list's lines end, each with how many do: pressing one shows those alone. */
export async function LineFilter({
  checking: { place, path },
  planned,
}: {
  checking: Checking
  planned: PlannedList
}) {
  const t = await getTranslations('importList')
  const { show } = place
  const ends = OUTCOMES.filter((outcome) => planned.figures[outcome] > 0 || show.includes(outcome))
  const link =
    'inline-flex min-h-12 items-center gap-1.5 border-transparent border-b-2 no-underline hover:text-text aria-[current]:border-primary aria-[current]:font-semibold lg:pointer-fine:min-h-9'
  if (ends.length < 2 && show.length === 0) return null
  return (
    <nav
      aria-label={t('filter')}
      className="flex flex-wrap items-center justify-between gap-x-5 border-b text-sm"
    >
      <ul className="-mb-px flex flex-wrap gap-x-5">
        <li>
          <Link
            href={addressOf(path, place, { show: [] }, 'lines')}
            scroll={false}
            aria-current={show.length === 0 ? 'true' : undefined}
            className={`${link} text-muted aria-[current]:text-text`}
          >
            {t('ends.all')} <span className="figures">{t('count', { count: planned.figures.rows })}</span>
          </Link>
        </li>
        {ends.map((outcome) => (
          <li key={outcome}>
            <Link
              href={addressOf(path, place, { show: [outcome] }, 'lines')}
              scroll={false}
              aria-current={show.includes(outcome) ? 'true' : undefined}
              className={`${link} ${outcome === 'error' && planned.figures.error > 0 ? 'text-danger' : 'text-muted aria-[current]:text-text'}`}
            >
              {t(`ends.${outcome}`)}{' '}
              <span className="figures">{t('count', { count: planned.figures[outcome] })}</span>
            </Link>
          </li>
        ))}
      </ul>
      {planned.figures.error > 0 && (
        <a
          href={`${path}/errors?draft=${place.draft}&list=${place.list}`}
          download
          className="link inline-flex min-h-12 items-center gap-1.5 lg:pointer-fine:min-h-9"
        >
          <Download className="size-4" aria-hidden="true" />
          {t('download-errors', { count: planned.figures.error })}
        </a>
      )}
    </nav>
  )
}
