import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { now } from '@/server/clock'
import { findEvent } from '@/server/events/find-event'
import { type PromotionDesk, promotionDesk } from '@/server/promotion/queries'
import { currentActor, isSignedIn } from '@/server/session'
import { FieldForm } from '../_components/field-form'
import { OrganizerPage } from '../_components/organizer-page'
import { PressForm } from '../_components/press-form'
import { OfferRow } from './_components/offer-row'
import { nominate, override } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('promotion'))('title') }
}

/** The event's places in the one above: for its organizer, and for whoever accepts up there. */
export default async function PromotionPage({ params }: PageProps<'/organize/[edition]/[event]/promotion'>) {
  const address = await params
  const actor = await currentActor()
  if (!isSignedIn(actor)) redirect('/sign-in')
  const found = await findEvent(address.edition, address.event)
  const desk = found && (await promotionDesk(actor, found))
  if (!found || !desk) notFound()
  const t = await getTranslations('promotion')
  const nominates = can(actor, 'nominate', { event: found.facts }, now()) === null
  const accepts = can(actor, 'accept-promotion', { event: found.facts }, now()) === null
  return (
    <OrganizerPage
      found={{ ...found, actor }}
      place="promotion"
      title={t('heading', { event: desk.parent })}
      caption={t('of-slots', { slots: desk.slots })}
    >
      <div className="page pb-12">
        <p className="max-w-prose text-muted">{t('rule', { slots: desk.slots })}</p>
        <Section title={t('places')} className="mt-8">
          {desk.offers.length === 0 && <p className="py-4 text-muted">{t('to-be-announced')}</p>}
          <ul className="divide-y">
            {desk.offers.map((offer) => (
              <OfferRow key={offer.id} offer={offer} nominates={nominates} accepts={accepts} />
            ))}
          </ul>
        </Section>
        {nominates && desk.free && <Nominate desk={desk} event={found.event.id} />}
      </div>
    </OrganizerPage>
  )
}

async function Nominate({ desk: { next, others }, event }: { desk: PromotionDesk; event: string }) {
  const t = await getTranslations('promotion')
  return (
    <Section title={t('next')} className="mt-8">
      <div className="py-5">
        <p className="mb-4">
          {next ? t('rule-names', { team: next.team, rank: next.rank ?? 0 }) : t('rule-names-nobody')}
        </p>
        {next && (
          <div className="flex">
            <PressForm send={nominate} values={{ event }} submit={t('offer-to', { team: next.team })} />
          </div>
        )}
      </div>
      {others.length > 0 && (
        <details className="border-t py-4">
          <summary className="link tap inline-block">{t('another')}</summary>
          <div className="mt-4 max-w-xl">
            <FieldForm
              send={override}
              hidden={{ event }}
              fields={[
                {
                  name: 'entry',
                  label: t('team'),
                  options: others.map(({ entry, team }) => ({ value: entry, label: team })),
                },
                { name: 'reason', label: t('reason'), hint: t('reason-public') },
              ]}
              submit={t('offer-anyway')}
              look="secondary"
              columns=""
            />
          </div>
        </details>
      )}
    </Section>
  )
}
