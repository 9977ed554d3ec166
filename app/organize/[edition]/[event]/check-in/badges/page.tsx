import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Tabs } from '@/components/ui/tabs'
import { isRefusal } from '@/domain/refusal'
import { badgesOf } from '@/server/check-in/badges'
import { EventHead } from '../../_components/event-head'
import { linkOrigin } from '../../jury/link-origin'
import { PrintButton } from '../../jury/sheets/_components/print-button'
import { organizedEvent } from '../../organized-event'
import { Badge } from '../_components/badge'
import { DoorSheet } from '../_components/door-sheet'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('checkIn'))('badges') }
}

/** Badges with their codes, or the list for a door without a device. On paper there is nothing but them. */
export default async function BadgesPage({
  params,
  searchParams,
}: PageProps<'/organize/[edition]/[event]/check-in/badges'>) {
  const found = await organizedEvent(params)
  const { event, competition, edition, actor, base } = found
  const list = (await searchParams).as === 'list'
  const people = await badgesOf(actor, event.id)
  if (isRefusal(people)) notFound()
  const t = await getTranslations('checkIn')
  const { origin, near } = await linkOrigin()
  const here = `${base}/check-in`
  return (
    <>
      <div className="print:hidden">
        <EventHead {...found} />
      </div>
      <main id="content" className="page py-8 print:p-0">
        <div className="grid gap-4 pb-8 print:hidden">
          <Link href={here as Route} className="tap link justify-self-start">
            {t('back')}
          </Link>
          <h1 className="font-semibold text-2xl">{t('badges')}</h1>
          <Tabs
            label={t('badges')}
            current={list ? `${here}/badges?as=list` : `${here}/badges`}
            tabs={[
              { href: `${here}/badges` as Route, label: t('print-badges') },
              { href: `${here}/badges?as=list` as Route, label: t('print-list') },
            ]}
          />
          <p className="max-w-prose text-muted">{t(list ? 'print-list-lead' : 'print-badges-lead')}</p>
          {near && !list && <Notice kind="warn">{t('near', { origin })}</Notice>}
          <div>
            <PrintButton>{t('print')}</PrintButton>
          </div>
        </div>
        {list ? (
          <DoorSheet people={people} event={event.name} hour={t('hour')} />
        ) : (
          <ul className="grid grid-cols-1 sm:grid-cols-2 print:grid-cols-2">
            {people.map((person) => (
              <Badge
                key={person.registration}
                person={person}
                address={`${origin}${here}/${person.registration}`}
                words={{
                  competition: `${competition.name} ${edition.year}`,
                  event: event.name,
                  role: t('role'),
                }}
              />
            ))}
          </ul>
        )}
      </main>
    </>
  )
}
