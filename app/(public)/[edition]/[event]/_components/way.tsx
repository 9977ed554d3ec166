import { getTranslations } from 'next-intl/server'
import { Earth } from '@/components/earth/earth'
import type { Place } from '@/components/earth/projection'
import { dayMonth } from '@/components/schedule/days'
import type { MapState } from '@/domain/events/map-state'
import type { EventRow } from '@/server/events/find-event'

const WIDEST = 110

/** The way from an event to the final its winner goes to, on the part of the Earth that holds both. */
export async function Way({
  event,
  final,
  state,
  className = '',
}: {
  event: EventRow
  final: EventRow
  state: MapState
  className?: string
}) {
  const t = await getTranslations('events')
  const from = { lat: event.latitude, lon: event.longitude }
  const to = { lat: final.latitude, lon: final.longitude }
  const bounds = boundsOf(from, to)
  return (
    <Earth
      className={`overflow-x-clip ${className}`}
      title={t('way', { from: event.city, to: final.city })}
      events={[
        {
          ...from,
          id: event.id,
          label: event.city,
          caption: t(`state.${state}`),
          state,
          highlight: true,
        },
      ]}
      target={{
        ...to,
        label: final.city,
        // East of the event its words would run off a phone.
        caption:
          final.longitude > event.longitude
            ? undefined
            : t('wayCaption', {
                days: dayMonth(final.startsAt, final.timeZone),
                count: event.promotionSlots,
              }),
      }}
      arcs="highlighted"
      bounds={bounds}
    />
  )
}

/** A wide strip with both places well inside; none when they lie too far apart for it, then it is the whole Earth. */
function boundsOf(from: Place, to: Place) {
  const apart = Math.abs(from.lon - to.lon)
  if (apart > WIDEST || Math.abs(from.lat - to.lat) > 45) return undefined
  const wide = Math.max(apart * 1.5, 40)
  const roomEast = to.lon > from.lon ? wide * 0.1 : 0
  const middle = { lat: (from.lat + to.lat) / 2 + wide * 0.02, lon: (from.lon + to.lon) / 2 + roomEast }
  const tall = Math.max(wide * 0.3, Math.abs(from.lat - to.lat) * 1.6)
  return {
    west: middle.lon - wide / 2,
    east: middle.lon + wide / 2,
    south: middle.lat - tall / 2,
    north: middle.lat + tall / 2,
  }
}
