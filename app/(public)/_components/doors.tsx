import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import type { EventOnMap } from '@/server/editions/queries'

/** The three things people come for: join a team, score, read results. Plain forms: no script is needed. */
export async function Doors({ edition, events }: { edition: string; events: readonly EventOnMap[] }) {
  const t = await getTranslations('home')
  return (
    <div className="grid gap-8 md:grid-cols-3 md:divide-x">
      <section className="md:pr-6">
        <h2 className="font-semibold text-lg">{t('join')}</h2>
        <p className="mt-2 mb-4 text-muted">{t('joinHow')}</p>
        <form action="/join" className="grid gap-3">
          <TextField
            name="code"
            label={t('code')}
            placeholder="K7WDRT"
            autoCapitalize="characters"
            className="figures"
          />
          <Button>{t('findTeam')}</Button>
        </form>
      </section>
      <section className="md:pr-6">
        <h2 className="font-semibold text-lg">{t('score')}</h2>
        <p className="mt-2 mb-4 text-muted">{t('scoreHow')}</p>
        <ButtonLink look="secondary" href={'/sign-in' as Route} className="w-full">
          {t('openSheet')}
        </ButtonLink>
      </section>
      <section>
        <h2 className="font-semibold text-lg">{t('follow')}</h2>
        <p className="mt-2 mb-4 text-muted">{t('followHow')}</p>
        <form action={`/${edition}/go`} className="grid gap-3">
          <SelectField name="event" label={t('event')} defaultValue="azerbaijan">
            {events.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </SelectField>
          <Button look="secondary">{t('openResults')}</Button>
        </form>
      </section>
    </div>
  )
}
