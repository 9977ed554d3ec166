import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Section } from '@/components/ui/section'
import { openEvents } from '@/server/registration/queries'
import { currentActor } from '@/server/session'
import { CodeEntry } from '../../_components/code-entry'
import { addressOf } from '../chosen-event'

/** For who is registered nowhere: a place for a code, what else they are here, and the events that are open. */
export async function Nowhere({ children }: { children?: ReactNode }) {
  const t = await getTranslations('registration')
  const open = await openEvents(await currentActor())
  return (
    <>
      <h1 className="display text-3xl">{t('nowhere-title')}</h1>
      <p className="text-lg text-muted">{t('nowhere-lead')}</p>
      <CodeEntry />
      {children}
      {open.length === 0 ? (
        <p className="text-muted">{t('nothing-open')}</p>
      ) : (
        <Section title={t('open')} caption={String(open.length)}>
          <ul className="hairlines">
            {open.map((found) => (
              <li key={found.event.id}>
                <Link
                  href={`/${addressOf(found)}/register` as Route}
                  className="flex min-h-12 items-center gap-x-4 py-1 text-text no-underline hover:bg-sunken"
                >
                  <span className="min-w-0 flex-1 font-medium">{found.event.name}</span>
                  <span className="text-muted">{found.event.city}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
