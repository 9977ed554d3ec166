import type { Metadata, Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { PressForm } from '@/app/organize/[edition]/[event]/_components/press-form'
import { countryName } from '@/components/events/country-name'
import { daysIn } from '@/components/schedule/days'
import { ButtonLink } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { now } from '@/server/clock'
import { findEventById } from '@/server/events/find-event'
import { AdminPage } from '../../_components/admin-page'
import { RoleList } from '../../_components/role-list'
import { organizeMyself } from '../../actions'
import { administeredEvent } from '../../administered'

export async function generateMetadata({ params }: PageProps<'/admin/[edition]/[event]'>): Promise<Metadata> {
  return { title: (await administeredEvent(params)).event.name }
}

/** An event as its edition sees it: where it stands, who runs it, and what can be made of it. */
export default async function EventAdministration({ params }: PageProps<'/admin/[edition]/[event]'>) {
  const { edition, event, facts, actor, base, roles } = await administeredEvent(params)
  const t = await getTranslations('administration')
  const words = await getTranslations('events.phase')
  const levels = await getTranslations('founding.levels')
  const parent = event.parentId ? await findEventById(event.parentId) : null
  const organizes = can(actor, 'edit-event', { event: facts }, now()) === null
  const address = `${edition.slug}/${event.slug}`
  return (
    <AdminPage
      edition={edition}
      crumbs={[{ label: event.name }]}
      title={event.name}
      caption={words(facts.phase)}
    >
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-11 pb-12 lg:grid-cols-2">
        <Section title={t('event')} caption={levels(event.level)} className="self-start">
          <Facts
            facts={[
              [t('days'), daysIn(event)],
              [t('place'), [event.venue, event.city, countryName(event.country)].filter(Boolean).join(', ')],
              [t('zone'), event.timeZone.replaceAll('_', ' ')],
              [t('teams-of'), t('team-size', { min: event.teamMin, max: event.teamMax })],
              [t('above'), parent?.event.name],
            ]}
          />
          <p className="flex flex-wrap gap-3 pt-5">
            {organizes ? (
              <ButtonLink href={`/organize/${address}` as Route}>{t('organize')}</ButtonLink>
            ) : (
              <PressForm
                send={organizeMyself}
                values={{ event: event.id }}
                submit={t('organize-myself')}
                look="secondary"
              />
            )}
            <ButtonLink look="secondary" href={`${base}/${event.slug}/copy` as Route}>
              {t('copy-event')}
            </ButtonLink>
            <ButtonLink look="quiet" href={`/${address}` as Route}>
              {t('public-page')}
            </ButtonLink>
          </p>
          {!organizes && <p className="mt-3 max-w-prose text-muted text-sm">{t('organize-note')}</p>}
        </Section>
        <Section title={t('runs')} caption={t('people', { count: roles.length })} className="self-start">
          <RoleList
            holders={roles}
            node={event.id}
            roles={['event-organizer', 'event-helper']}
            may
            none={t('unorganized-how')}
          />
        </Section>
      </div>
    </AdminPage>
  )
}
