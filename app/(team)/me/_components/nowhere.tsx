import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { openEvents } from '@/server/registration/queries'
import { currentActor } from '@/server/session'
import { CodeEntry } from '../../_components/code-entry'
import { addressOf } from '../chosen-event'

/** For who is registered nowhere: the events that are open, and a place for a code. */
export async function Nowhere() {
  const t = await getTranslations('registration')
  const open = await openEvents(await currentActor())
  return (
    <>
      <h1 className="display text-3xl">{t('nowhere-title')}</h1>
      <p className="text-lg text-muted">{t('nowhere-lead')}</p>
      <ul className="grid gap-3">
        {open.map((found) => (
          <li key={found.event.id}>
            <ButtonLink look="secondary" className="w-full" href={`/${addressOf(found)}/register` as Route}>
              {t('register-title', { event: found.event.name })}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {open.length === 0 && <p className="text-muted">{t('nothing-open')}</p>}
      <CodeEntry />
    </>
  )
}
