import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import { lookAlikes } from '@/server/organizations/look-alikes'

/** Pairs that may be one organization, for an organizer to know of; who administers the edition decides. */
export async function LookAlikes({ base }: { base: string }) {
  const t = await getTranslations('organize.institutions-page')
  const pairs = await lookAlikes()
  if (pairs.length === 0) return null
  return (
    <Section title={t('alike')} caption={t('alike-caption', { count: pairs.length })}>
      <p className="py-3 text-muted">{t('alike-lead')}</p>
      <ul className="hairlines border-t">
        {pairs.map(({ one, other, reason }) => (
          <li
            key={`${one.id} ${other.id}`}
            className="grid gap-x-5 py-2 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
          >
            <span className="flex flex-wrap gap-x-2">
              {[one, other].map(({ id, name }, index) => (
                <span key={id} className="flex gap-x-2">
                  {index > 0 && <span className="py-3 text-muted">=</span>}
                  <Link href={`${base}/${id}` as Route} className="link py-3 [overflow-wrap:anywhere]">
                    {name}
                  </Link>
                </span>
              ))}
            </span>
            <span className="text-muted text-sm">{t(`reason.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
