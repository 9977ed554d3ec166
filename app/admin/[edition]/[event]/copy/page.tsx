import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mapFields, placeFields } from '@/app/_components/event-fields'
import { SteppedForm } from '@/app/_components/stepped-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Section } from '@/components/ui/section'
import { sameWeekday } from '@/domain/editions/days'
import { instantIn, wallClock } from '@/domain/events/wall-clock'
import { isRefusal } from '@/domain/refusal'
import { type EditionRow, type EventRow, findEvent, findEventById } from '@/server/events/find-event'
import { planEventCopy } from '@/server/events/plan-event-copy'
import { eventCounts } from '@/server/events/queries'
import { type PlaceInTree, whereToCreate } from '@/server/events/where-to-create'
import { currentActor, isSignedIn } from '@/server/session'
import { AdminPage } from '../../../_components/admin-page'
import { belowField, placeKey } from '../../../_components/below-field'
import { copyEvent } from '../../../actions'
import { Copied } from './_components/copied'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('administration'))('copy-event') }
}

/** A new event from an earlier one: what it takes along at which hours, what it does not, and then the press. */
export default async function CopyEvent({
  params,
  searchParams,
}: PageProps<'/admin/[edition]/[event]/copy'>) {
  const { edition: editionSlug, event: eventSlug } = await params
  const actor = await currentActor()
  const found = isSignedIn(actor) ? await findEvent(editionSlug, eventSlug) : null
  if (!found) notFound()
  const { event, edition, competition } = found
  const places = await whereToCreate(actor, competition.id)
  const first = wallClock(event.timeZone, event.startsAt)
  const { start } = await searchParams
  const wanted = typeof start === 'string' && instantIn(event.timeZone, start) ? start : undefined
  const parent = event.parentId ? await findEventById(event.parentId) : null
  const where = likeliest(places, edition, parent?.event ?? null)
  const years = Math.max(1, (where?.year ?? edition.year) - edition.year)
  const startsAt = wanted ?? `${sameWeekday(first.slice(0, 10), years)}T${first.slice(11)}`
  const plan = await planEventCopy(actor, {
    ...{ source: event.id, edition: edition.id, parent: null, slug: event.slug, name: event.name },
    startsAt: instantIn(event.timeZone, startsAt) ?? event.startsAt,
  })
  if (isRefusal(plan) || places.length === 0) notFound()
  const t = await getTranslations('administration')
  const words = await getTranslations('founding')
  const values = {
    ...{ country: event.country, city: event.city, timeZone: event.timeZone },
    ...{ latitude: String(event.latitude), longitude: String(event.longitude) },
  }
  return (
    <AdminPage
      edition={edition}
      crumbs={[
        { label: event.name, href: `/admin/${edition.slug}/${event.slug}` as Route },
        { label: t('copy') },
      ]}
      title={t('copy-title', { event: event.name })}
      lead={t('copy-lead')}
    >
      <div className="page grid gap-9 pb-12">
        <Section title={t('beginning')} caption={event.timeZone.replaceAll('_', ' ')}>
          <form method="get" className="grid items-end gap-4 pt-5 sm:grid-cols-[18rem_auto] sm:justify-start">
            <TextField
              key={startsAt}
              name="start"
              type="datetime-local"
              label={words('startsAt')}
              defaultValue={startsAt}
            />
            <Button look="secondary">{t('move')}</Button>
          </form>
          <p className="mt-3 max-w-prose text-muted text-sm">{t('beginning-note')}</p>
        </Section>
        <Copied source={event} plan={plan} counts={await eventCounts(event.id, first.slice(0, 10))} />
        <SteppedForm
          key={startsAt}
          send={copyEvent}
          hidden={{ source: event.id, startsAt }}
          steps={[
            {
              ...{ id: 'event', title: t('the-new-event') },
              fields: [
                { name: 'name', label: words('name'), value: event.name },
                { name: 'slug', label: words('address'), hint: t('slug-copy-hint'), value: event.slug },
                await belowField(places, where && placeKey(where.edition, where.parent)),
              ],
            },
            {
              ...{ id: 'place', title: t('place') },
              fields: [
                ...(await placeFields(values)),
                { name: 'venue', label: t('venue'), value: event.venue ?? '' },
              ],
              more: { title: words('map'), fields: await mapFields(values) },
            },
          ]}
          submit={t('copy-event')}
          note={t('copy-draft')}
          numbered={false}
        />
      </div>
    </AdminPage>
  )
}

/** The newest edition after the source's, below the event of the parent's name; else where the source is. */
function likeliest(places: readonly PlaceInTree[], edition: EditionRow, parent: EventRow | null) {
  const later = places.filter(({ year }) => year > edition.year)
  const newest = later.filter(({ year }) => year === later[0]?.year)
  const beside = places.find((one) => one.edition === edition.id && one.parent === (parent?.id ?? null))
  return newest.find(({ name }) => name === (parent?.name ?? null)) ?? newest[0] ?? beside ?? places[0]
}
