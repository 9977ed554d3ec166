import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Empty, Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { seatCounts } from '@/domain/judging/seat-counts'
import { isRefusal } from '@/domain/refusal'
import { now } from '@/server/clock'
import { scheduleOf } from '@/server/events/queries'
import { awardsWithJury } from '@/server/judging/award-juries'
import { seatsOf } from '@/server/judging/queries'
import { panelState } from '@/server/judging/shortfalls'
import { linksOf } from '@/server/juror-links/queries'
import { institutionsOfEvent } from '@/server/organizations/queries'
import { sentenceOf } from '@/server/refusals'
import { FieldForm } from '../_components/field-form'
import { OrganizerPage } from '../_components/organizer-page'
import { organizedEvent } from '../organized-event'
import { CardsDoor } from './_components/cards-door'
import { dayOf, minutesPlanned } from './_components/day'
import { Draw } from './_components/draw'
import { Panel } from './_components/panel'
import { SeatLine } from './_components/seat-line'
import { WhatFits } from './_components/what-fits'
import { seat } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.jury') }
}

/** The seats of the jury, who presides, who scores; the panel and the order of pitches. */
export default async function JuryPage({
  params,
  searchParams,
}: PageProps<'/organize/[edition]/[event]/jury'>) {
  const found = await organizedEvent(params)
  const { event, actor, facts } = found
  const t = await getTranslations('organize.jury')
  const seats = await seatsOf(event.id)
  const institutions = await institutionsOfEvent(actor, event.id)
  const links = await linksOf(actor, event.id)
  if (isRefusal(institutions) || isRefusal(links)) notFound()
  const counts = seatCounts(seats)
  const names = new Map(institutions.all.map(({ id, name }) => [id, name]))
  const closed = can(actor, 'seat-jurors', { event: facts }, now())
  const panel = await panelState(event.id)
  const day = dayOf(await searchParams, {
    teams: panel.entries,
    jurors: panel.jurors,
    pitchMinutes: event.pitchMinutes,
    ballotsPerTeam: panel.plan?.perEntry ?? null,
    windowMinutes: minutesPlanned(await scheduleOf(event.id)),
  })
  const awards = await awardsWithJury(event.id)
  const kinds = ['voting', 'president', 'honorary'] as const
  return (
    <OrganizerPage
      found={found}
      place="jury"
      title={t('title', { count: counts.own })}
      caption={t('caption', { ...counts })}
    >
      <div
        className={`page grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 pb-12 ${closed ? '' : 'lg:grid-cols-2'}`}
      >
        <div>
          {closed && <Notice>{sentenceOf(closed)}</Notice>}
          {facts.phase === 'judging' && (
            <p className="flex flex-wrap gap-x-6 pb-3">
              <Link href={`${found.base}/jury/handed` as Route} className="tap link">
                {t('handed')}
              </Link>
              <Link href={`${found.base}/jury/paper` as Route} className="tap link">
                {t('paper')}
              </Link>
            </p>
          )}
          <Link href={`${found.base}/jury/prizes` as Route} className="tap link">
            {t('prizes')}
          </Link>
          {seats.length === 0 && <Empty title={t('none')}>{t('none-how')}</Empty>}
          <ol className="border-t empty:hidden">
            {seats.map((seat, index) => (
              <SeatLine
                key={seat.juror}
                seat={seat}
                place={index + 1}
                organization={names.get(seat.organization ?? '')}
                award={awards.find(({ id }) => id === seat.award)?.name}
                link={links.find(({ juror }) => juror === seat.juror)}
                event={event}
                open={!closed}
              />
            ))}
          </ol>
          {seats.length > 0 && <CardsDoor base={found.base} />}
        </div>
        {!closed && (
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-10">
            <Section title={t('seat')}>
              <div className="pt-5">
                <FieldForm
                  send={seat}
                  hidden={{ event: event.id }}
                  fields={[
                    { name: 'office', label: t('office'), hint: t('office-hint'), wide: true },
                    { name: 'givenName', label: t('given-name') },
                    { name: 'familyName', label: t('family-name') },
                    { name: 'email', label: t('email'), hint: t('email-hint'), kind: 'email' },
                    {
                      name: 'organization',
                      label: t('organization'),
                      options: [
                        { value: '', label: t('nobody') },
                        ...institutions.all.map(({ id, name }) => ({ value: id, label: name })),
                      ],
                    },
                    {
                      name: 'kind',
                      label: t('kind'),
                      options: kinds.map((value) => ({ value, label: t(`${value}-seat`) })),
                    },
                    ...(awards.length === 0
                      ? []
                      : [
                          {
                            name: 'award',
                            label: t('scores-for'),
                            options: [
                              { value: '', label: t('own-jury') },
                              ...awards.map(({ id, name }) => ({ value: id, label: name })),
                            ],
                          },
                        ]),
                  ]}
                  submit={t('seat-do')}
                  done={t('seated')}
                />
              </div>
            </Section>
            <Section title={t('panel')} caption={t('panel-caption')}>
              <div className="grid gap-9 pt-5">
                <Panel event={event.id} panel={panel} />
                <WhatFits day={day} />
              </div>
            </Section>
            <Section title={t('order')}>
              <div className="pt-5">
                <Draw event={event.id} />
              </div>
            </Section>
          </div>
        )}
      </div>
    </OrganizerPage>
  )
}
