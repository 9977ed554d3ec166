import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import { challengeRooms } from '@/server/challenges/queries'
import { ownedBy } from '@/server/editions/administration'
import { findEventById } from '@/server/events/find-event'
import { administeredEditions } from '@/server/organizations/mergeable'
import { currentActor } from '@/server/session'
import { addressOf } from '../chosen-event'

/** The events one judges or organizes, and what one administers: a person may be several things over the years. */
export async function OtherRoles() {
  const t = await getTranslations('registration')
  const actor = await currentActor()
  const roles = [
    ...actor.seats.map(({ event }) => ({ event, role: 'judge' as const, room: 'jury' })),
    ...actor.grants
      .filter(({ role }) => role === 'event-organizer')
      .map(({ node }) => ({ event: node, role: 'organize' as const, room: 'organize' })),
  ]
  const administered = await administeredEditions(actor)
  const rooms = await challengeRooms(actor)
  const administers = administered.length > 0 || (await ownedBy(actor)).length > 0
  if (roles.length + rooms.length === 0 && !administers) return null
  const links = await Promise.all(
    roles.map(async (one) => ({ ...one, found: await findEventById(one.event) })),
  )
  return (
    <Section title={t('your-roles')}>
      <ul className="hairlines">
        {links.map(({ role, room, found }) =>
          found ? (
            <li key={`${room}/${found.event.id}`} className="flex flex-wrap justify-between gap-x-6">
              <Link href={`/${room}/${addressOf(found)}` as Route} className="flex min-h-12 items-center">
                {t(role, { event: found.event.name })}
              </Link>
              {role === 'organize' && found.event.level !== 'city' && (
                <Link
                  href={`/admin/${found.edition.slug}/new?below=${found.event.id}` as Route}
                  className="flex min-h-12 items-center text-sm"
                >
                  {t('add-below')}
                </Link>
              )}
            </li>
          ) : null,
        )}
        {rooms.map(({ edition, event, year }) => (
          <li key={`${edition} challenges`}>
            <Link
              href={`/organize/${edition}/${event}/challenges` as Route}
              className="flex min-h-12 items-center"
            >
              {t('write-challenges', { year: String(year) })}
            </Link>
          </li>
        ))}
        {administers && (
          <li>
            <Link href={'/admin' as Route} className="flex min-h-12 items-center">
              {t('administer')}
            </Link>
          </li>
        )}
        {administered.map(({ slug, year }) => (
          <li key={slug}>
            <Link href={`/organize/${slug}/organizations` as Route} className="flex min-h-12 items-center">
              {t('merge-organizations', { year })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
