import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { FoundEvent } from '@/server/events/find-event'

/** The way to how each juror gave. Never fetched ahead: it is a look that is written down. */
export async function CalibrationLink({ found: { edition, event } }: { found: FoundEvent }) {
  const t = await getTranslations('calibration')
  return (
    <Link
      href={`/organize/${edition.slug}/${event.slug}/desk/calibration` as Route}
      prefetch={false}
      className="link inline-flex min-h-12 items-center text-sm"
    >
      {t('open')}
    </Link>
  )
}
