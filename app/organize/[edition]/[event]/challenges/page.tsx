import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Prose } from '@/components/challenges/prose'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { Notice } from '@/components/ui/notice'
import { Empty, Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { isRefusal } from '@/domain/refusal'
import { acknowledgementsAt } from '@/server/challenges/participant-queries'
import { challengesOf, ownersToWriteFor } from '@/server/challenges/queries'
import { now } from '@/server/clock'
import { findEvent } from '@/server/events/find-event'
import { currentActor, isSignedIn } from '@/server/session'
import { OrganizerPage } from '../_components/organizer-page'
import { ChallengeForm, type ChallengeWords } from './_components/challenge-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.challenges') }
}

/** The edition's challenges and how many teams of this event chose each; who may write them finds the form below. */
export default async function ChallengesPage({
  params,
}: PageProps<'/organize/[edition]/[event]/challenges'>) {
  const { owners, ...found } = await eventOfWriter(params)
  const { event, edition, actor } = found
  const t = await getTranslations('organize.challenges')
  const words = await formWords()
  const challenges = await challengesOf(edition.id, event.id)
  const acknowledged = await acknowledgementsAt(actor, event.id)
  const said = isRefusal(acknowledged) ? [] : acknowledged
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
          {challenges.map((challenge) => {
            const { id, code, title, context, resource, licence, owner, ownerId } = challenge
            const { entries, invented, mostTeams, acknowledgementNeeded } = challenge
            const readers = said.filter(({ challengeId }) => challengeId === id)
            return (
              <li
                key={id}
                className="grid gap-x-6 gap-y-3 border-b py-5 sm:grid-cols-[5rem_minmax(0,1fr)_8rem]"
              >
                <span className="figures font-semibold">{code}</span>
                <div className="grid min-w-0 gap-3">
                  <div>
                    <h2 className="font-semibold">{title}</h2>
                    <p className="text-muted text-sm">
                      {[owner, resource, licence, invented && t('invented')].filter(Boolean).join(' · ')}
                    </p>
                  </div>
                  {context && <Prose markdown={context} />}
                  {acknowledgementNeeded && <Readers readers={readers} zone={event.timeZone} />}
                  {owners.some((one) => one.id === ownerId) && (
                    <details>
                      <summary className="tap link inline-flex items-center">{t('rewrite')}</summary>
                      <div className="pt-4">
                        <ChallengeForm
                          editionId={edition.id}
                          owners={owners}
                          challenge={challenge}
                          words={words}
                        />
                      </div>
                    </details>
                  )}
                </div>
                <span className="text-muted text-sm sm:text-right">
                  {mostTeams === null
                    ? t('entries', { count: entries })
                    : t('entries-of', { count: entries, most: mostTeams })}
                </span>
              </li>
            )
          })}
        </ul>
        {owners.length === 0 ? (
          <Notice title={t('not-yours')}>{t('not-yours-why')}</Notice>
        ) : (
          <Section title={t('write')}>
            <div className="pt-5">
              <ChallengeForm editionId={edition.id} owners={owners} words={words} />
            </div>
          </Section>
        )}
      </div>
    </OrganizerPage>
  )
}

async function formWords(): Promise<ChallengeWords> {
  const t = await getTranslations('organize.challenges')
  return {
    fields: {
      code: t('field.code'),
      ownerId: t('field.ownerId'),
      title: t('field.title'),
      context: t('field.context'),
      resource: t('field.resource'),
      licence: t('field.licence'),
      acknowledgementNeeded: t('field.acknowledgementNeeded'),
      mostTeams: t('field.mostTeams'),
    },
    codeHint: t('code-hint'),
    contextHint: t('context-hint'),
    mostHint: t('most-hint'),
    preview: t('preview'),
    previewEmpty: t('preview-empty'),
    write: t('write-do'),
    rewrite: t('rewrite-do'),
    written: t('written'),
  }
}

/** The event for its organizer, and for who may write challenges of its edition; nothing is here for anybody else. */
async function eventOfWriter(params: Promise<{ edition: string; event: string }>) {
  const { edition, event } = await params
  const found = await findEvent(edition, event)
  const actor = await currentActor()
  if (!found || !isSignedIn(actor)) notFound()
  const owners = await ownersToWriteFor(actor, {
    edition: found.edition.id,
    competition: found.competition.id,
  })
  const organizes = can(actor, 'edit-event', { event: found.facts }, now()) === null
  const writes = owners.length > 0 && can(actor, 'see-event', { event: found.facts }, now()) === null
  if (!organizes && !writes) notFound()
  return { ...found, actor, owners }
}

type Reader = Exclude<Awaited<ReturnType<typeof acknowledgementsAt>>, { refused: true }>[number]

/** Who has said yes to the terms of the data, and so has seen them. */
async function Readers({ readers, zone }: { readers: readonly Reader[]; zone: string }) {
  const t = await getTranslations('organize.challenges')
  const locale = await getLocale()
  return (
    <details>
      <summary className="tap link inline-flex items-center">
        {t('readers', { count: new Set(readers.map(({ personId }) => personId)).size })}
      </summary>
      <ul className="pt-2">
        {readers.map(({ personId, givenName, familyName, terms, current, at }) => (
          <li key={`${personId} ${terms}`} className="flex flex-wrap justify-between gap-x-4 py-1 text-sm">
            <span>{`${givenName} ${familyName}`.trim()}</span>
            <span className="text-muted">
              {!current && `${t('earlier-terms')} · `}
              {dayIn(at, zone, locale)}, {clockIn(at, zone, locale)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
