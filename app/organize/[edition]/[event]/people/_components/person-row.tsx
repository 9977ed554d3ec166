import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

interface Person {
  readonly givenName: string
  readonly familyName: string
  readonly email: string | null
  readonly institution: string | null
  readonly programme: string | null
  readonly studyYear: number | null
  readonly team: string | null
  readonly role: string | null
  readonly provisional: boolean | null
}

/** One person; opened, what can be corrected about them. */
export async function PersonRow({
  person,
  state,
  children,
}: {
  person: Person
  state: string
  children: ReactNode
}) {
  const t = await getTranslations('organize.people')
  const studies = [person.programme, person.studyYear && t('year', { year: person.studyYear })].filter(
    Boolean,
  )
  return (
    <li className="border-b">
      <details>
        <summary className="grid min-h-12 list-none gap-x-5 gap-y-0.5 py-2.5 hover:bg-sunken md:grid-cols-[minmax(0,1.2fr)_minmax(0,1.3fr)_minmax(0,1fr)_7rem] md:items-center">
          <span className="min-w-0">
            <span className="block font-semibold [overflow-wrap:anywhere]">
              {`${person.givenName} ${person.familyName}`.trim()}
            </span>
            <span className="block text-muted text-sm [overflow-wrap:anywhere]">{person.email}</span>
          </span>
          <span className="min-w-0 text-sm">
            <span className="block">{person.institution ?? t('none')}</span>
            <span className="block text-muted">{studies.join(', ')}</span>
          </span>
          <span className="text-sm">
            {person.team ?? <span className="text-warn">{t('no-team')}</span>}
            {person.role === 'captain' && (
              <span className="text-muted">
                {' '}
                · {person.provisional ? t('captain-provisional') : t('captain')}
              </span>
            )}
          </span>
          <span className="text-muted text-sm md:text-right">{state}</span>
        </summary>
        <div className="max-w-2xl pt-2 pb-5">{children}</div>
      </details>
    </li>
  )
}
