import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LockLine } from '@/components/editions/lock-line'
import { Awards } from '@/components/publishing/awards'
import { ZonedTime } from '@/components/schedule/zoned-time'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { OPENNESS, type Openness } from '@/domain/publishing/openness'
import type { Places } from '@/domain/publishing/shown-result'
import { now } from '@/server/clock'
import { locksOf } from '@/server/editions/lock-queries'
import { juryRecord } from '@/server/judging/jury-record'
import { type Preview, unpublishedResult } from '@/server/publishing/unpublished-result'
import { juryPlace } from '@/server/ranking/jury-place'
import { deskPage } from '../_components/desk-page'
import { FieldForm } from '../_components/field-form'
import { OrganizerPage } from '../_components/organizer-page'
import { PressForm } from '../_components/press-form'
import { SealedFiles } from '../_components/sealed-files'
import { correct, publish } from './actions'
import { correctionFields } from './correction-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('results'))('publish-title') }
}

/** What the public will read, how much of it, and the step that makes it public. */
export default async function PublishPage({
  params,
  searchParams,
}: PageProps<'/organize/[edition]/[event]/publish'>) {
  const found = await deskPage(await params, 'publish', 'see-desk')
  const preview = await unpublishedResult(found.actor, found)
  if (!preview) notFound()
  const t = await getTranslations('results')
  const { event, edition, actor } = found
  const wanted = (await searchParams).openness
  const lock = (await locksOf(edition.id)).get('openness')
  const choices = lock ? [event.openness] : OPENNESS
  const openness = choices.find((known) => known === wanted) ?? event.openness
  const record = await juryRecord(event.id)
  const place = juryPlace(actor, found, record)
  const presides = record.jurors.some(({ id, president }) => president && id === place.juror)
  const corrects =
    can(actor, 'correct-result', place, now()) === null && (presides || place.presidentless === true)
  const action = preview.version > 1 ? 'publish-correction' : 'publish-result'
  const publishes = !preview.published && can(actor, action, place, now()) === null
  return (
    <OrganizerPage found={found} place="publish">
      <div className="page grid gap-x-12 gap-y-8 py-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <h1 className="font-semibold text-2xl">
            {preview.published ? t('is-public') : t('ready', { version: preview.version })}
          </h1>
          <p className="mt-3 text-muted">
            {t('sealed')}{' '}
            <ZonedTime instant={preview.sealedAt} zone={event.timeZone} city={event.city} here={false} />
          </p>
          {preview.note && (
            <div className="mt-5">
              <Notice kind="warn" title={t('correction')}>
                {preview.note}
              </Notice>
            </div>
          )}
          <Section
            title={preview.published ? t('as-published') : t('preview')}
            caption={t(`openness.${openness}`)}
            className="mt-8"
          >
            <PreviewTable places={preview.shown[openness]} />
          </Section>
          <Awards title={t('awards')} awards={preview.awards} />
        </div>
        <aside className="grid content-start gap-8">
          {!preview.published && (
            <Choice
              openness={openness}
              choices={choices}
              why={lock && <LockLine lock={lock} zone={event.timeZone} />}
              event={event.id}
              address={`/organize/${edition.slug}/${event.slug}/publish`}
              publishes={publishes}
              oneHand={preview.oneHand}
            />
          )}
          {preview.published && (
            <div className="grid gap-3">
              <ButtonLink href={`/${edition.slug}/${event.slug}/results` as Route}>
                {t('open-results')}
              </ButtonLink>
              {event.parentId !== null && (
                <ButtonLink
                  look="secondary"
                  href={`/organize/${edition.slug}/${event.slug}/promotion` as Route}
                >
                  {t('open-promotion')}
                </ButtonLink>
              )}
            </div>
          )}
          <Digest preview={preview} />
          <SealedFiles edition={edition.slug} event={event.slug} />
          {preview.published && corrects && (
            <Section title={t('correct')}>
              <p className="py-3 text-muted text-sm">{t('correct-what')}</p>
              <FieldForm
                send={correct}
                hidden={{ event: event.id }}
                fields={await correctionFields(record)}
                submit={t('sign-correction')}
                look="secondary"
                columns=""
              />
            </Section>
          )}
        </aside>
      </div>
    </OrganizerPage>
  )
}

async function PreviewTable({ places: { ranking, notRanked } }: { places: Places }) {
  const t = await getTranslations('results')
  return (
    <>
      <table className="w-full">
        <caption className="sr-only">{t('preview')}</caption>
        <tbody className="divide-y">
          {ranking.map(({ rank, entry, team, score }) => (
            <tr key={entry}>
              <td className="figures w-12 py-3 text-muted">{rank}</td>
              <th scope="row" className="py-3 text-left font-semibold [overflow-wrap:anywhere]">
                {team.name}
                {rank === 1 && <span className="ml-2 text-gold">◇</span>}
              </th>
              <td className="figures py-3 text-right">{score?.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {notRanked.length > 0 && (
        <p className="border-t py-3 text-muted text-sm">
          {t('apart', { teams: notRanked.map(({ team }) => team.name).join(', ') })}
        </p>
      )}
    </>
  )
}

async function Choice({
  openness,
  choices,
  why,
  event,
  address,
  publishes,
  oneHand,
}: {
  openness: Openness
  choices: readonly Openness[]
  /** Why there is one choice alone. */
  why?: ReactNode
  event: string
  address: string
  publishes: boolean
  oneHand: boolean
}) {
  const t = await getTranslations('results')
  return (
    <Section title={t('how-open')}>
      <ul className="divide-y">
        {choices.map((choice) => (
          <li key={choice}>
            <Link
              href={`${address}?openness=${choice}` as Route}
              aria-current={choice === openness ? 'true' : undefined}
              className="grid min-h-12 content-center border-transparent border-l-4 py-2.5 pl-3 no-underline aria-[current]:border-primary aria-[current]:bg-primary-soft"
            >
              <span className="font-semibold">{t(`openness.${choice}`)}</span>
              <span className="text-muted text-sm">{t(`openness-what.${choice}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {why && <div className="mt-3">{why}</div>}
      {publishes ? (
        <div className="mt-4">
          <PressForm
            send={publish}
            values={{ event, openness }}
            submit={t('publish', { openness: t(`openness.${openness}`) })}
          />
        </div>
      ) : (
        <p className="mt-4 text-muted text-sm">{t('organizer-publishes')}</p>
      )}
      {oneHand && publishes && <p className="mt-3 text-sm text-warn">{t('one-hand')}</p>}
    </Section>
  )
}

async function Digest({ preview: { digest, version } }: { preview: Preview }) {
  const t = await getTranslations('results')
  return (
    <section>
      <h2 className="caption text-muted">{t('digest', { version })}</h2>
      <p className="figures mt-2 break-all text-muted text-sm">{digest}</p>
    </section>
  )
}
