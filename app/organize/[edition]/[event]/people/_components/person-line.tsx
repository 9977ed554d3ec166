import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ChevronRight } from '@/components/ui/icons'
import { guardianOf, type Participant, stateOf } from '../participant'

/** One person in the list; behind it, what can be corrected about them. */
export async function PersonLine({ person, href }: { person: Participant; href: string }) {
  const t = await getTranslations('organize.people')
  const studies = [person.programme, person.studyYear && t('year', { year: person.studyYear })].filter(
    Boolean,
  )
  return (
    <li className="border-b">
      <Link
        href={href as Route}
        prefetch={false}
        className="grid min-h-12 grid-cols-[minmax(0,1fr)_1rem] items-center gap-x-5 gap-y-0.5 py-2.5 no-underline hover:bg-sunken md:grid-cols-[minmax(0,1.2fr)_minmax(0,1.3fr)_minmax(0,1fr)_7rem_1rem]"
      >
        <span className="min-w-0">
          <span className="block font-semibold [overflow-wrap:anywhere]">
            {`${person.givenName} ${person.familyName}`.trim()}
          </span>
          <span className="block text-muted text-sm [overflow-wrap:anywhere]">{person.email}</span>
          {guardianOf(person) === 'missing' && (
            <span className="block text-sm text-warn">
              {t(`guardian-missing.${person.guardian ?? 'unnamed'}`)}
            </span>
          )}
        </span>
        <ChevronRight className="size-4 text-muted max-md:row-span-3 md:order-last" aria-hidden="true" />
        <span className="min-w-0 text-sm">
          <span className="block">{person.institution ?? t('none')}</span>
          <span className="block text-muted">{studies.join(', ')}</span>
        </span>
        <span className="text-sm max-md:col-start-1">
          {person.team ?? <span className="text-warn">{t('no-team')}</span>}
          {person.role === 'captain' && (
            <span className="text-muted">
              {' '}
              · {person.provisional ? t('captain-provisional') : t('captain')}
            </span>
          )}
        </span>
        <span className="text-muted text-sm max-md:hidden">{t(`states.${stateOf(person)}`)}</span>
      </Link>
    </li>
  )
}
