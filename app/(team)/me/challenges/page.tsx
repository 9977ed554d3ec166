import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Prose } from '@/components/challenges/prose'
import { Notice } from '@/components/ui/notice'
import { Empty } from '@/components/ui/section'
import { isRefusal } from '@/domain/refusal'
import { challengesToRead } from '@/server/challenges/participant-queries'
import { sentenceOf } from '@/server/refusals'
import { currentActor, isSignedIn } from '@/server/session'
import { eventCrumbs } from '../../_components/event-crumbs'
import { FieldsForm } from '../../_components/fields-form'
import { TeamPage } from '../../_components/team-page'
import { acknowledge } from '../../looking-actions'
import { chosenEvent } from '../chosen-event'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('challenges'))('title') }
}

/** What may be worked on, in full: for who takes part. */
export default async function ChallengesPage({ searchParams }: PageProps<'/me/challenges'>) {
  const t = await getTranslations('challenges')
  const actor = await currentActor()
  if (!isSignedIn(actor)) redirect('/sign-in?next=/me/challenges' as Route)
  const { chosen } = await chosenEvent(actor, (await searchParams).event)
  if (!chosen) redirect('/me' as Route)
  const { event } = chosen
  const challenges = await challengesToRead(actor, event.id)
  return (
    <TeamPage crumbs={eventCrumbs(chosen)} example={event.exampleData}>
      <div className="grid gap-3">
        <h1 className="display text-3xl">{t('title')}</h1>
        <p className="text-lg text-muted">{t('lead')}</p>
      </div>
      {isRefusal(challenges) ? (
        <Notice kind="warn">{sentenceOf(challenges)}</Notice>
      ) : challenges.length === 0 ? (
        <Empty title={t('none')}>{t('none-how')}</Empty>
      ) : (
        <ul className="hairlines">
          {challenges.map((challenge) => (
            <li key={challenge.id} id={challenge.id} className="grid gap-3 py-6 [overflow-wrap:anywhere]">
              <Challenge challenge={challenge} event={event.id} />
            </li>
          ))}
        </ul>
      )}
    </TeamPage>
  )
}

type Shown = Exclude<Awaited<ReturnType<typeof challengesToRead>>, { refused: true }>[number]

async function Challenge({ challenge, event }: { challenge: Shown; event: string }) {
  const t = await getTranslations('challenges')
  const { code, title, owner, context, entries, mostTeams } = challenge
  return (
    <>
      <div className="grid gap-1">
        <p className="caption flex flex-wrap justify-between gap-x-4 text-muted">
          <span>{code}</span>
          <span>
            {mostTeams === null
              ? t('taken', { count: entries })
              : entries >= mostTeams
                ? t('full')
                : t('taken-of', { count: entries, most: mostTeams })}
          </span>
        </p>
        <h2 className="font-semibold text-xl">{title}</h2>
        <p className="text-muted">{t('by', { owner })}</p>
      </div>
      {context && <Prose markdown={context} />}
      <Data challenge={challenge} event={event} />
    </>
  )
}

async function Data({ challenge, event }: { challenge: Shown; event: string }) {
  const t = await getTranslations('challenges')
  const { data, licence, licenceOwner, gated, acknowledgementNeeded, id, terms } = challenge
  if (!data && !licence && !gated) return null
  return (
    <dl className="grid gap-x-6 gap-y-2 border-l-2 pl-4 sm:grid-cols-[7rem_1fr]">
      {data && (
        <>
          <dt className="text-muted">{t('works-with')}</dt>
          <dd>
            <Prose markdown={data} />
          </dd>
        </>
      )}
      {licence && (
        <>
          <dt className="text-muted">{licenceOwner ? t('terms-of', { owner: licenceOwner }) : t('terms')}</dt>
          <dd className="grid gap-3">
            <Prose markdown={licence} />
            {gated && (
              <FieldsForm
                send={acknowledge}
                given={{ event, challenge: id, terms }}
                submit={t('acknowledge')}
                look="secondary"
              >
                <p className="text-muted text-sm">{t('gated')}</p>
              </FieldsForm>
            )}
            {acknowledgementNeeded && !gated && <p className="text-sm text-success">{t('acknowledged')}</p>}
          </dd>
        </>
      )}
    </dl>
  )
}
