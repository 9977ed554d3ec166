import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { daysOf } from '@/components/editions/days-of'
import { StateMark } from '@/components/events/state-mark'
import { daysIn } from '@/components/schedule/days'
import { ButtonLink } from '@/components/ui/button'
import { Empty, Section } from '@/components/ui/section'
import { administratorsOf } from '@/server/access/queries'
import type { AdministeredEvent } from '@/server/editions/administration'
import { AdminPage } from '../_components/admin-page'
import { RoleList } from '../_components/role-list'
import { administered } from '../administered'

export async function generateMetadata({ params }: PageProps<'/admin/[edition]'>): Promise<Metadata> {
  const { edition, competition } = await administered(params)
  return { title: `${competition.name} ${edition.year}` }
}

/** An edition's tree of events, where each stands and who organizes it, and who administers the edition. */
export default async function EditionAdministration({ params }: PageProps<'/admin/[edition]'>) {
  const { edition, competition, owns, events, actor, base } = await administered(params)
  const t = await getTranslations('administration')
  const administrators = await administratorsOf(actor, edition)
  return (
    <AdminPage
      edition={edition}
      place="events"
      title={`${competition.name} ${edition.year}`}
      caption={[edition.scope, daysOf(edition)].filter(Boolean).join(' · ')}
    >
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-11 pb-12 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <Section title={t('events')} caption={t('events-caption', { count: events.length })}>
          <p className="flex flex-wrap gap-3 border-b py-4">
            <ButtonLink href={`${base}/new` as Route}>{t('add-event')}</ButtonLink>
            {owns && (
              <ButtonLink look="secondary" href={`${base}/copy` as Route}>
                {t('copy-edition')}
              </ButtonLink>
            )}
          </p>
          {events.length === 0 && <Empty title={t('no-events')}>{t('no-events-how')}</Empty>}
          <ol className="hairlines">
            {events.map((one) => (
              <EventLine key={one.event.id} line={one} base={base} />
            ))}
          </ol>
        </Section>
        <Section
          title={t('administrators')}
          caption={t('people', { count: administrators.length })}
          className="self-start"
        >
          <RoleList
            holders={administrators}
            node={edition.id}
            roles={['edition-administrator']}
            may={owns}
            none={t('no-administrators')}
          />
        </Section>
      </div>
    </AdminPage>
  )
}

const INDENTS = ['', 'pl-6', 'pl-12', 'pl-16'] as const

/** One event under the one its winner goes to. */
async function EventLine({ line, base }: { line: AdministeredEvent; base: string }) {
  const { event, phase, state, depth, organizers } = line
  const t = await getTranslations('administration')
  const words = await getTranslations('events.phase')
  const named = [...new Set(organizers.filter((name) => name !== ''))]
  return (
    <li>
      <Link
        href={`${base}/${event.slug}` as Route}
        className={`grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 gap-y-0.5 py-3 text-text no-underline hover:bg-sunken ${INDENTS[Math.min(depth, 3)]}`}
      >
        <span className="flex min-w-0 items-baseline gap-2.5">
          <StateMark state={state} className="size-3 translate-y-px" />
          <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">{event.name}</span>
        </span>
        <span className={`caption text-right ${phase === 'draft' ? 'text-muted' : 'text-signal'}`}>
          {words(phase)}
        </span>
        <span className="min-w-0 pl-5.5 text-muted text-sm max-sm:col-span-full">
          {event.city}, {daysIn(event)}
        </span>
        <span
          className={`min-w-0 text-sm max-sm:col-span-full max-sm:pl-5.5 sm:text-right ${organizers.length === 0 ? 'text-warn' : 'text-muted'}`}
        >
          {organizers.length === 0
            ? t('unorganized')
            : named.length === 0
              ? t('invited')
              : named.slice(0, 2).join(', ') + (named.length > 2 ? ` +${named.length - 2}` : '')}
        </span>
      </Link>
    </li>
  )
}
