import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ZonedTime } from '@/components/schedule/zoned-time'
import { ButtonLink } from '@/components/ui/button'
import { Caption } from '@/components/ui/caption'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { isRefusal } from '@/domain/refusal'
import { now } from '@/server/clock'
import { reviewSheet } from '@/server/judging/review-sheet'
import { inFours } from '@/server/judging/signatures'
import { currentActor } from '@/server/session'
import { OwnTable } from './_components/own-table'
import { SignForm } from './_components/sign-form'
import { sign } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signing'))('title'), robots: { index: false } }
}

/** The juror looks once over the whole own table as the server has it, and signs it. */
export default async function ReviewPage({ params }: PageProps<'/jury/[edition]/[event]/review'>) {
  const address = await params
  const actor = await currentActor()
  const review = await reviewSheet(actor, address)
  const here = `/jury/${address.edition}/${address.event}`
  if (isRefusal(review)) {
    if (review.code !== 'sign-in') notFound()
    redirect(`/sign-in?next=${encodeURIComponent(`${here}/review`)}`)
  }
  const { sheet, fingerprint, signedAt, open } = review
  const { found, seat } = sheet
  if (!seat.voting) notFound()
  const t = await getTranslations('signing')
  const maySign = can(actor, 'sign-sheet', { event: found.facts, juror: seat.juror }, now()) === null
  return (
    <main id="content" className="page max-w-3xl py-6">
      <Caption>
        {seat.office} · {found.event.name}
      </Caption>
      <h1 className="display-3 mt-2">{t('title')}</h1>
      <OwnTable sheet={sheet} />
      <Section title={t('signature')} className="mt-8">
        <div className="grid gap-5 py-4">
          {open > 0 ? (
            <Notice kind="warn" title={t('open', { count: open })}>
              {t('open-what')}
            </Notice>
          ) : (
            <>
              <div>
                <p className="text-muted text-sm">{t('fingerprint')}</p>
                <p className="figures mt-1 text-lg [overflow-wrap:anywhere]">{inFours(fingerprint)}</p>
              </div>
              {signedAt ? (
                <p className="text-success">
                  {t('signed')}{' '}
                  <ZonedTime
                    instant={signedAt}
                    zone={found.event.timeZone}
                    city={found.event.city}
                    here={false}
                  />
                </p>
              ) : maySign ? (
                <SignForm
                  send={sign}
                  given={{ ...address, fingerprint }}
                  words={{
                    label: t('office'),
                    hint: t('office-hint', { office: seat.office }),
                    submit: t('sign'),
                  }}
                />
              ) : (
                <p className="text-muted">{t('too-late')}</p>
              )}
              <p className="max-w-prose text-muted text-sm">{t('what')}</p>
            </>
          )}
        </div>
      </Section>
      <ButtonLink look="secondary" href={here as Route}>
        {t('back')}
      </ButtonLink>
    </main>
  )
}
