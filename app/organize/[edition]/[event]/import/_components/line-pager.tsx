import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ChevronLeft, ChevronRight } from '@/components/ui/icons'
import { addressOf, LINES_A_PAGE } from '../check-place'
import type { Checking } from '../checking'

/** Which of the lines stand here, and the way to those before and after. */
export async function LinePager({
  checking: { path, place },
  page,
  pages,
  count,
}: {
  checking: Checking
  page: number
  pages: number
  count: number
}) {
  if (pages < 2) return null
  const t = await getTranslations('importList')
  const link = 'inline-flex min-h-12 items-center gap-1 font-semibold text-primary no-underline'
  return (
    <nav
      aria-label={t('pages')}
      className="flex flex-wrap items-center justify-between gap-x-4 border-t text-sm"
    >
      <p className="figures text-muted">
        {t('page', { from: (page - 1) * LINES_A_PAGE + 1, to: Math.min(page * LINES_A_PAGE, count), count })}
      </p>
      <span className="flex gap-x-6">
        {page > 1 && (
          <Link href={addressOf(path, place, { page: page - 1 }, 'lines')} rel="prev" className={link}>
            <ChevronLeft className="size-4" aria-hidden="true" />
            {t('page-before')}
          </Link>
        )}
        {page < pages && (
          <Link href={addressOf(path, place, { page: page + 1 }, 'lines')} rel="next" className={link}>
            {t('page-after')}
            <ChevronRight className="size-4" aria-hidden="true" />
          </Link>
        )}
      </span>
    </nav>
  )
}
