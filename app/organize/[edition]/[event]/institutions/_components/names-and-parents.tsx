import { getTranslations } from 'next-intl/server'
import { NAME_LANGUAGES } from '@/domain/organizations/kinds'
import type { ListedOrganization } from '../listed-organization'

/** The other names of an organization, each with the language it is in where that is known. */
export async function Names({ one }: { one: ListedOrganization }) {
  const t = await getTranslations('organize.institutions-page.languages')
  return (
    <ul>
      {one.names.map(({ name, language }) => {
        const known = NAME_LANGUAGES.find((value) => value === language)
        return (
          <li key={name} lang={language ?? undefined}>
            {name} {known && <span className="text-muted text-sm">{t(known)}</span>}
          </li>
        )
      })}
    </ul>
  )
}

/** What an organization is and was a part of, with the days that are known. */
export async function Parents({ one, all }: { one: ListedOrganization; all: readonly ListedOrganization[] }) {
  const t = await getTranslations('organize.institutions-page')
  return (
    <ul>
      {one.parents.map(({ parentId, since, until }) => (
        <li key={`${parentId} ${since}`}>
          {all.find(({ id }) => id === parentId)?.name}{' '}
          <span className="text-muted text-sm">
            {[since && t('since-day', { day: since }), until && t('until-day', { day: until })]
              .filter(Boolean)
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
