import type { Route } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { countryName } from '@/components/events/country-name'
import { Button, ButtonLink } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import type { EventOnMap } from '@/server/editions/queries'

/** The three things people come for: join a team, score, read results. Plain forms: no script is needed. */
export async function Doors({ edition, events }: { edition: string; events: readonly EventOnMap[] }) {
  const t = await getTranslations('home')
  const locale = await getLocale()
  const finals = events
    .map(({ slug, name, level, country }) => ({
      slug,
      name: level === 'national' ? countryName(country, locale) : name,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  return (
    <div className="grid content-start gap-y-8 md:grid-cols-[1fr_.8fr_1.1fr] md:gap-y-0 md:divide-x">
      <Door title={t('join')} how={t('joinHow')}>
        <form action="/join" className="grid grid-cols-[1fr_auto] items-end gap-2">
          <TextField
            name="code"
            label={t('code')}
            placeholder="K7WDRT"
            autoCapitalize="characters"
            className="figures"
          />
          <Button className="px-4">{t('findTeam')}</Button>
        </form>
      </Door>
      <Door title={t('score')} how={t('scoreHow')}>
        <ButtonLink look="secondary" href={'/sign-in' as Route} className="w-full">
          {t('openSheet')}
        </ButtonLink>
      </Door>
      <Door title={t('follow')} how={t('followHow')}>
        <form action={`/${edition}/go`} className="grid grid-cols-[1fr_auto] items-end gap-2">
          <SelectField
            name="event"
            label={t('event')}
            defaultValue={events.find(({ firstInCountry }) => firstInCountry)?.slug}
          >
            {finals.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </SelectField>
          <Button look="secondary" className="px-4">
            {t('openResults')}
          </Button>
        </form>
      </Door>
    </div>
  )
}

/** What one does behind it stands on one line with the other doors'. */
function Door({ title, how, children }: { title: string; how: string; children: ReactNode }) {
  return (
    <section className="grid content-start gap-y-2 md:row-span-3 md:grid-rows-subgrid md:px-6 md:last:pr-0 md:first:pl-0">
      <h2 className="font-semibold text-lg">{title}</h2>
      <p className="text-muted">{how}</p>
      <div className="mt-2 self-end">{children}</div>
    </section>
  )
}
