import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/schedule/days'
import type { EventRow } from '@/server/events/find-event'
import type { PublishedResult } from '@/server/publishing/queries'
import { isSettled } from './is-settled'

/** The final the result leads to, and who holds each place in it where the headline does not say it already. */
export async function WhereNext({
  final,
  promotion,
  settled,
}: {
  final: EventRow & { readonly address: string }
  promotion: PublishedResult['promotion']
  /** The headline says that the winner goes. */
  settled: boolean
}) {
  const t = await getTranslations('results')
  const { city } = final
  return (
    <div className="mt-4 mb-8 print:mt-1 print:mb-3">
      <p>
        <Link href={`/${final.address}` as Route} className="tap font-semibold text-text">
          {final.name}, {fullDay(final.startsAt, final.timeZone)}
        </Link>
        {final.hostEvent && (
          <span className="text-muted">
            . {final.hostEvent}, {city}.
          </span>
        )}
      </p>
      <ul>
        {promotion
          .filter(({ place }) => !settled || place > 1)
          .map((held) => (
            <li key={held.place}>
              {held.team === null
                ? t('placeOpen', { city })
                : t(isSettled(held) ? 'placeTaken' : 'placeOffered', { team: held.team.name, city })}
              {held.override && <span className="text-muted"> {held.override}</span>}
            </li>
          ))}
      </ul>
    </div>
  )
}
