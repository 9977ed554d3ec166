import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LockLine } from '@/components/editions/lock-line'
import { clockIn, longDayIn } from '@/components/schedule/clock'
import { Notice } from '@/components/ui/notice'
import { can } from '@/domain/access/can'
import { draftOf } from '@/domain/judging/rubric-draft'
import { readMessages } from '@/messages/read'
import { now } from '@/server/clock'
import { locksOf } from '@/server/editions/lock-queries'
import { firstMarkOf } from '@/server/judging/first-mark'
import { rubricOf } from '@/server/judging/queries'
import { LOCALE } from '@/server/messages'
import { OrganizerPage } from '../_components/organizer-page'
import { organizedEvent } from '../organized-event'
import { Preview } from './_components/preview'
import { RubricForm } from './_components/rubric-form'
import { StandingRubric } from './_components/standing-rubric'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rubric'))('title') }
}

/** What the event's own jury scores by: written here until the first mark, and read here from then on. */
export default async function CriteriaPage({ params }: PageProps<'/organize/[edition]/[event]/criteria'>) {
  const found = await organizedEvent(params)
  const { event, edition, facts, actor } = found
  const t = await getTranslations('rubric')
  const rubric = await rubricOf(event.id)
  const first = await firstMarkOf(event.id)
  const lock = (await locksOf(edition.id)).get('rubric')
  const free = can(actor, 'change-rubric', { event: facts, marked: first !== null }, now()) === null && !lock
  const messages = readMessages(LOCALE)
  const zone = event.timeZone
  const previewWords = { title: t('preview'), caption: t('preview-caption'), empty: t('empty') }
  const gates = rubric.filter(({ kind }) => kind === 'gate').length
  return (
    <OrganizerPage
      found={found}
      place="criteria"
      title={t('title')}
      caption={t('caption', { gates, weighted: rubric.length - gates })}
    >
      {free ? (
        <>
          <div className="page pb-5">
            <p className="max-w-prose text-muted">{t('lead')}</p>
          </div>
          <RubricForm
            event={event.id}
            rubric={draftOf(rubric)}
            words={messages.rubric.form}
            previewWords={previewWords}
            sheetWords={messages.judging.sheet}
          />
        </>
      ) : (
        <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 pb-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
          <div className="grid content-start gap-5">
            {first && (
              <Notice
                title={t('marked', {
                  day: longDayIn(first, zone, LOCALE),
                  time: clockIn(first, zone, LOCALE),
                  city: event.city,
                })}
              >
                {t('marked-why')}
              </Notice>
            )}
            {lock && <LockLine lock={lock} zone={zone} />}
            <StandingRubric rubric={rubric} />
          </div>
          <Preview criteria={rubric} words={previewWords} sheetWords={messages.judging.sheet} />
        </div>
      )}
    </OrganizerPage>
  )
}
