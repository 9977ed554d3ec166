import { getTranslations } from 'next-intl/server'
import type { FoundEvent } from '@/server/events/find-event'
import { promotesTo, visibleEvent } from '@/server/events/queries'
import { nobody } from '@/server/session'
import { earthOf, pictureAnswer } from '../../../_components/picture'

interface Words {
  readonly title: string
  readonly lines: readonly string[]
}

/** The picture of something at an event, as everybody may see it; 404 where nobody may, or there is nothing. */
export async function eventPicture(
  { edition, event }: { edition: string; event: string },
  about: (found: FoundEvent) => Promise<Words | null>,
): Promise<Response> {
  const found = await visibleEvent(nobody(), edition, event)
  const words = found && (await about(found))
  if (!words) return new Response(null, { status: 404 })
  const t = await getTranslations('events')
  const final = await promotesTo(found)
  const place = ({ latitude, longitude }: { latitude: number; longitude: number }) => ({
    lat: latitude,
    lon: longitude,
  })
  return pictureAnswer({
    ...words,
    caption: found.event.name === words.title ? found.competition.name : found.event.name,
    foot: [
      final && t('picture-way', { from: found.event.city, to: final.city }),
      found.event.exampleData && t('example'),
    ]
      .filter(Boolean)
      .join(' · '),
    map: earthOf(place(found.event), final && place(final)),
  })
}
