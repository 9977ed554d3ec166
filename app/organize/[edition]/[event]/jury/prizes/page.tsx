import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Empty, Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { isRefusal } from '@/domain/refusal'
import { now } from '@/server/clock'
import { awardsWithJury } from '@/server/judging/award-juries'
import { juryRecord } from '@/server/judging/jury-record'
import { institutionsOfEvent } from '@/server/organizations/queries'
import { sentenceOf } from '@/server/refusals'
import { FieldForm } from '../../_components/field-form'
import { OrganizerPage } from '../../_components/organizer-page'
import { organizedEvent } from '../../organized-event'
import { Prize } from './_components/prize'
import { create } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize.prizes'))('title') }
}

/** The special prizes: what each is scored by, who scores it, and how far they are. */
export default async function PrizesPage({ params }: PageProps<'/organize/[edition]/[event]/jury/prizes'>) {
  const found = await organizedEvent(params)
  const { event, actor, facts, base } = found
  const t = await getTranslations('organize.prizes')
  const awards = await awardsWithJury(event.id)
  const institutions = await institutionsOfEvent(actor, event.id)
  if (isRefusal(institutions)) notFound()
  const closed = can(actor, 'seat-jurors', { event: facts }, now())
  const mayMiss = can(actor, 'record-absence', { event: facts }, now()) === null
  return (
    <OrganizerPage found={found} place="jury" title={t('title')} caption={t('caption')}>
      <div
        className={`page grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 pb-12 ${closed ? '' : 'lg:grid-cols-2'}`}
      >
        <div>
          <Link href={`${base}/jury` as Route} className="tap link">
            {t('back')}
          </Link>
          {closed && <Notice>{sentenceOf(closed)}</Notice>}
          {awards.length === 0 && <Empty title={t('none')}>{t('none-how')}</Empty>}
          {
            await Promise.all(
              awards.map(async (award) => (
                <Prize
                  key={award.id}
                  award={award}
                  record={await juryRecord(event.id, award.id)}
                  event={event.id}
                  mayMiss={mayMiss}
                />
              )),
            )
          }
        </div>
        {!closed && (
          <Section title={t('create')}>
            <div className="pt-5">
              <FieldForm
                send={create}
                hidden={{ event: event.id }}
                fields={[
                  { name: 'name', label: t('name'), wide: true },
                  {
                    name: 'partner',
                    label: t('partner'),
                    wide: true,
                    options: [
                      { value: '', label: t('nobody') },
                      ...institutions.all.map(({ id, name }) => ({ value: id, label: name })),
                    ],
                  },
                  {
                    name: 'criteria',
                    label: t('criteria'),
                    hint: t('criteria-hint'),
                    kind: 'area',
                    wide: true,
                  },
                ]}
                submit={t('create-do')}
                done={t('created')}
              />
            </div>
          </Section>
        )}
      </div>
    </OrganizerPage>
  )
}
