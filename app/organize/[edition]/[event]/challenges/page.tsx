import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Empty, Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { isRefusal } from '@/domain/refusal'
import { challengesOf } from '@/server/challenges/queries'
import { now } from '@/server/clock'
import { institutionsOfEvent } from '@/server/organizations/queries'
import { FieldForm } from '../_components/field-form'
import { OrganizerPage } from '../_components/organizer-page'
import { organizedEvent } from '../organized-event'
import { write } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.challenges') }
}

/** The edition's challenges and how many teams of this event chose each; who may write them finds the form below. */
export default async function ChallengesPage({
  params,
}: PageProps<'/organize/[edition]/[event]/challenges'>) {
  const found = await organizedEvent(params)
  const { event, edition, competition, actor } = found
  const t = await getTranslations('organize.challenges')
  const challenges = await challengesOf(edition.id, event.id)
  const institutions = await institutionsOfEvent(actor, event.id)
  if (isRefusal(institutions)) notFound()
  const owners = institutions.all.filter(
    ({ id }) =>
      can(
        actor,
        'write-challenges',
        { edition: edition.id, competition: competition.id, organization: id },
        now(),
      ) === null,
  )
  return (
    <OrganizerPage
      found={found}
      place="challenges"
      title={t('title', { count: challenges.length })}
      caption={t('caption', { year: edition.year })}
    >
      <div className="page grid gap-9 pb-10">
        {challenges.length === 0 && <Empty title={t('none')} />}
        <ul className="border-t">
          {challenges.map(({ id, code, title, context, resource, licence, owner, entries, invented }) => (
            <li
              key={id}
              className="grid gap-x-6 gap-y-1 border-b py-3.5 sm:grid-cols-[5rem_minmax(0,1fr)_6rem]"
            >
              <span className="figures font-semibold">{code}</span>
              <span className="min-w-0">
                <span className="block font-semibold">{title}</span>
                {context && <span className="block max-w-prose">{context}</span>}
                <span className="block text-muted text-sm">
                  {[owner, resource, licence, invented && t('invented')].filter(Boolean).join(' · ')}
                </span>
              </span>
              <span className="text-muted text-sm sm:text-right">{t('entries', { count: entries })}</span>
            </li>
          ))}
        </ul>
        {owners.length === 0 ? (
          <Notice title={t('not-yours')}>{t('not-yours-why')}</Notice>
        ) : (
          <Section title={t('write')}>
            <div className="max-w-3xl pt-5">
              <FieldForm
                send={write}
                hidden={{ editionId: edition.id }}
                fields={[
                  { name: 'code', label: t('code'), hint: t('code-hint') },
                  {
                    name: 'ownerId',
                    label: t('owner'),
                    options: owners.map(({ id, name }) => ({ value: id, label: name })),
                  },
                  { name: 'title', label: t('challenge-title'), wide: true },
                  { name: 'context', label: t('context'), kind: 'area', wide: true },
                  { name: 'resource', label: t('resource') },
                  { name: 'licence', label: t('licence') },
                ]}
                submit={t('write-do')}
                done={t('written')}
              />
            </div>
          </Section>
        )}
      </div>
    </OrganizerPage>
  )
}
