import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import type { Need } from '../needs-of'

/** What waits for the organizer, numbered, each with where it is done. */
export async function Needs({
  needs,
  base,
  example,
  className,
}: {
  needs: readonly Need[]
  base: string
  example: boolean
  className: string
}) {
  const t = await getTranslations('organize')
  return (
    <section className={className}>
      <header className="flex items-baseline justify-between gap-4 border-b pb-3">
        <h2 className="font-semibold text-xl">{t('needs', { count: needs.length })}</h2>
        {example && <p className="caption text-muted">{t('example')}</p>}
      </header>
      {needs.length === 0 && <p className="py-4 text-muted">{t('needs-none')}</p>}
      <ol>
        {needs.map(({ id, kind, values, path }, at) => (
          <li key={id} className="flex items-center gap-4 border-b py-2.5 last:border-b-0">
            <span className="figures w-4 shrink-0 self-start pt-0.5 text-muted text-sm">{at + 1}</span>
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{t(`need.${kind}`, values)}</span>
              <span className="block text-muted text-sm">{t(`need-more.${kind}`, values)}</span>
            </span>
            <ButtonLink
              href={`${base}/${path}` as Route}
              look={at === 0 ? 'primary' : 'secondary'}
              className="shrink-0 px-4"
            >
              {t(`need-do.${kind}`)}
            </ButtonLink>
          </li>
        ))}
      </ol>
    </section>
  )
}
