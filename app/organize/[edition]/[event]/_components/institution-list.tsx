import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { InstitutionDots } from '@/components/institutions/institution-dots'
import { Section } from '@/components/ui/section'
import type { institutionsOfEvent } from '@/server/organizations/queries'

type Institutions = Exclude<Awaited<ReturnType<typeof institutionsOfEvent>>, { refused: true }>

/** The institutions of the students, a dot a student; those without a team are open. */
export async function InstitutionList({ institutions, base }: { institutions: Institutions; base: string }) {
  const t = await getTranslations('organize')
  const { roots, named, represented } = institutions
  return (
    <Section
      title={t('institutions', { count: roots })}
      caption={named > roots ? t('named', { count: named }) : undefined}
    >
      {represented.length === 0 && <p className="py-4 text-muted">{t('institutions-none')}</p>}
      {represented.length > 0 && <InstitutionDots institutions={represented} />}
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className="flex items-center gap-2 text-muted text-sm">
          <svg viewBox="0 0 8 8" className="size-2 text-primary" aria-hidden="true">
            <circle cx="4" cy="4" r="3.4" fill="currentColor" />
          </svg>
          {t('in-team')}
          <svg viewBox="0 0 8 8" className="ml-3 size-2 text-primary" aria-hidden="true">
            <circle cx="4" cy="4" r="3" fill="none" stroke="currentColor" strokeWidth="1.4" />
          </svg>
          {t('no-team')}
        </p>
        <Link
          href={`${base}/import` as Route}
          className="inline-flex min-h-12 items-center font-semibold text-primary text-sm no-underline"
        >
          {t('import-list')}
        </Link>
      </div>
    </Section>
  )
}
