import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SteppedForm } from '@/app/_components/stepped-form'
import { now } from '@/server/clock'
import { administeredBy, ownedBy } from '@/server/editions/administration'
import { currentActor } from '@/server/session'
import { AdminPage } from '../_components/admin-page'
import { editionFields } from '../_components/edition-fields'
import { addEdition } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('administration'))('add-edition') }
}

/** A new edition of a competition one owns. */
export default async function NewEdition({ searchParams }: PageProps<'/admin/new'>) {
  const actor = await currentActor()
  const { competition: slug } = await searchParams
  const owned = await ownedBy(actor)
  const competition = owned.find((one) => one.slug === slug) ?? owned[0]
  if (!competition) notFound()
  const t = await getTranslations('administration')
  const [last] = (await administeredBy(actor)).filter(
    ({ edition }) => edition.competitionId === competition.id,
  )
  const values = {
    year: String(Math.max(now().getFullYear(), (last?.edition.year ?? 0) + 1)),
    ordinal: String((last?.edition.ordinal ?? 0) + 1),
    scope: last?.edition.scope ?? '',
  }
  return (
    <AdminPage
      crumbs={[{ label: t('add-edition') }]}
      title={t('new-edition', { competition: competition.name })}
    >
      <div className="page">
        <SteppedForm
          send={addEdition}
          hidden={{ competition: competition.id, address: competition.slug }}
          steps={[
            {
              ...{ id: 'edition', title: t('edition'), lead: t('edition-lead') },
              fields: await editionFields(values, { withEnd: true }),
            },
          ]}
          submit={t('add-edition')}
          numbered={false}
        />
      </div>
    </AdminPage>
  )
}
