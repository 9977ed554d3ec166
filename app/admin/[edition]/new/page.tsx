import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mapFields, namingFields, placeFields, timeFields } from '@/app/_components/event-fields'
import { SteppedForm } from '@/app/_components/stepped-form'
import { findEdition } from '@/server/editions/queries'
import { whereToCreate } from '@/server/events/where-to-create'
import { currentActor, isSignedIn } from '@/server/session'
import { AdminPage } from '../../_components/admin-page'
import { belowField, placeKey } from '../../_components/below-field'
import { addEvent } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('administration'))('add-event') }
}

/** A new event: anywhere in the edition for its administrator, below their own for an organizer. */
export default async function NewEvent({ params, searchParams }: PageProps<'/admin/[edition]/new'>) {
  const actor = await currentActor()
  const found = isSignedIn(actor) ? await findEdition((await params).edition) : null
  if (!found) notFound()
  const { edition, competition } = found
  const places = (await whereToCreate(actor, competition.id)).filter((one) => one.edition === edition.id)
  if (places.length === 0) notFound()
  const { below } = await searchParams
  const t = await getTranslations('administration')
  const steps = await getTranslations('founding')
  const above = places.find(({ parent }) => parent !== null && parent === below)
  return (
    <AdminPage
      edition={edition}
      crumbs={[{ label: t('add-event') }]}
      title={t('new-event', { edition: `${competition.name} ${edition.year}` })}
      lead={t('new-event-lead')}
    >
      <div className="page">
        <SteppedForm
          send={addEvent}
          steps={[
            {
              ...{ id: 'event', title: steps('steps.event.title') },
              fields: [
                ...(await namingFields()),
                await belowField(places, above && placeKey(edition.id, above.parent)),
                { name: 'slug', label: steps('address'), hint: t('slug-hint') },
              ],
            },
            {
              ...{ id: 'place', title: t('place') },
              fields: await placeFields(),
              more: { title: steps('map'), fields: await mapFields() },
            },
            {
              ...{ id: 'times', title: t('times'), lead: steps('timeZone-hint') },
              fields: await timeFields(),
            },
          ]}
          submit={t('add-event')}
        />
      </div>
    </AdminPage>
  )
}
