import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SteppedForm } from '@/app/_components/stepped-form'
import { sameWeekday } from '@/domain/editions/days'
import { administeredBy, challengesIn } from '@/server/editions/administration'
import { firstDayOf } from '@/server/editions/clone-edition'
import { AdminPage } from '../../_components/admin-page'
import { editionFields } from '../../_components/edition-fields'
import { copyEdition } from '../../actions'
import { administered } from '../../administered'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('administration'))('copy-edition') }
}

/** A new edition from an earlier one: its tree of events on new days, and its challenges if they are set again. */
export default async function CopyEdition({ params }: PageProps<'/admin/[edition]/copy'>) {
  const { edition, competition, owns, events, actor } = await administered(params)
  if (!owns) notFound()
  const t = await getTranslations('administration')
  const challenges = await challengesIn(edition.id)
  const newest = (await administeredBy(actor)).filter((one) => one.competition.id === competition.id)[0]
  const year = Math.max(edition.year, newest?.edition.year ?? 0) + 1
  const first = firstDayOf(
    edition,
    events.map(({ event }) => event),
  )
  const values = {
    ...{ year: String(year), ordinal: String((newest?.edition.ordinal ?? edition.ordinal) + 1) },
    ...{ scope: edition.scope, startsOn: first ? sameWeekday(first, year - edition.year) : '' },
  }
  return (
    <AdminPage
      edition={edition}
      crumbs={[{ label: t('copy') }]}
      title={t('copy-title', { event: `${competition.name} ${edition.year}` })}
      lead={t('copy-edition-lead', { count: events.length })}
    >
      <div className="page">
        <SteppedForm
          send={copyEdition}
          hidden={{ source: edition.id, address: competition.slug }}
          steps={[
            {
              ...{ id: 'edition', title: t('edition'), lead: t('copy-days') },
              fields: [
                ...(await editionFields(values, { withEnd: false })),
                {
                  ...{ name: 'challenges', label: t('challenges', { count: challenges }), value: 'no' },
                  options: (['no', 'yes'] as const).map((value) => ({
                    value,
                    label: t(`challenges-${value}`),
                  })),
                },
              ],
            },
          ]}
          submit={t('copy-edition')}
          note={t('copy-drafts')}
          numbered={false}
        />
      </div>
    </AdminPage>
  )
}
