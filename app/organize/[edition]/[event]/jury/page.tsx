import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Empty, Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { isRefusal } from '@/domain/refusal'
import { now } from '@/server/clock'
import { seatsOf } from '@/server/judging/queries'
import { institutionsOfEvent } from '@/server/organizations/queries'
import { sentenceOf } from '@/server/refusals'
import { FieldForm } from '../_components/field-form'
import { OrganizerPage } from '../_components/organizer-page'
import { PressForm } from '../_components/press-form'
import { organizedEvent } from '../organized-event'
import { SeatLine } from './_components/seat-line'
import { assign, draw, seat } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.jury') }
}

/** The seats of the jury, who presides, who scores; the panel and the order of pitches. */
export default async function JuryPage({ params }: PageProps<'/organize/[edition]/[event]/jury'>) {
  const found = await organizedEvent(params)
  const { event, actor, facts } = found
  const t = await getTranslations('organize.jury')
  const seats = await seatsOf(event.id)
  const institutions = await institutionsOfEvent(actor, event.id)
  if (isRefusal(institutions)) notFound()
  const names = new Map(institutions.all.map(({ id, name }) => [id, name]))
  const closed = can(actor, 'seat-jurors', { event: facts }, now())
  const kinds = ['voting', 'president', 'honorary'] as const
  return (
    <OrganizerPage
      found={found}
      place="jury"
      title={t('title', { count: seats.length })}
      caption={t('caption', { voting: seats.filter(({ voting }) => voting).length })}
    >
      <div
        className={`page grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 pb-12 ${closed ? '' : 'lg:grid-cols-2'}`}
      >
        <div>
          {closed && <Notice>{sentenceOf(closed)}</Notice>}
          {facts.phase === 'judging' && (
            <p className="pb-3">
              <Link href={`${found.base}/jury/handed` as Route}>{t('handed')}</Link>
            </p>
          )}
          {seats.length === 0 && <Empty title={t('none')}>{t('none-how')}</Empty>}
          <ol className="border-t empty:hidden">
            {seats.map((seat, index) => (
              <SeatLine
                key={seat.juror}
                seat={seat}
                place={index + 1}
                organization={names.get(seat.organization ?? '')}
                open={!closed}
              />
            ))}
          </ol>
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
                  ]}
                  submit={t('seat-do')}
                  done={t('seated')}
                />
              </div>
            </Section>
            <Section title={t('panel')} caption={t('panel-caption')}>
              <div className="grid items-start gap-7 pt-5 sm:grid-cols-2">
                <PressForm send={assign} values={{ event: event.id }} submit={t('assign')} look="secondary" />
                <FieldForm
                  send={draw}
                  hidden={{ event: event.id }}
                  fields={[{ name: 'seed', label: t('seed'), hint: t('seed-hint') }]}
                  submit={t('draw')}
                  done={t('drawn')}
                  look="secondary"
                  columns=""
                />
              </div>
            </Section>
          </div>
        )}
      </div>
    </OrganizerPage>
  )
}
