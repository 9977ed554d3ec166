import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { can } from '@/domain/access/can'
import { now } from '@/server/clock'
import { sentenceOf } from '@/server/refusals'
import { OrganizerPage } from '../../_components/organizer-page'
import { organizedEvent } from '../../organized-event'
import { HandedForm } from './_components/handed-form'
import { take } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize.handed'))('title') }
}

/** Takes in the marks that a juror's device could not send. */
export default async function HandedPage({ params }: PageProps<'/organize/[edition]/[event]/jury/handed'>) {
  const found = await organizedEvent(params)
  const t = await getTranslations('organize.handed')
  const closed = can(found.actor, 'enter-paper-marks', { event: found.facts }, now())
  return (
    <OrganizerPage found={found} place="jury" title={t('title')} caption={found.event.name}>
      <div className="page grid max-w-3xl gap-6 pb-12">
        <p>{t('why')}</p>
        {closed ? (
          <Notice>{sentenceOf(closed)}</Notice>
        ) : (
          <HandedForm send={take} event={found.event.id} label={t('text')} submit={t('take')} />
        )}
      </div>
    </OrganizerPage>
  )
}
