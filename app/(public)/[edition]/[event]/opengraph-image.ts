import { daysIn } from '@/components/schedule/days'
import { PICTURE_SIZE } from '@/server/pictures/draw-picture'
import { eventPicture } from './_components/event-picture'

export const size = PICTURE_SIZE
export const contentType = 'image/png'

/** What a shared link to an event shows: its name, where and when. */
export default async function EventPicture({
  params,
}: {
  params: Promise<{ edition: string; event: string }>
}) {
  return eventPicture(await params, async ({ event }) => ({
    title: event.name,
    lines: [`${daysIn(event)} · ${[event.venue, event.city].filter(Boolean).join(', ')}`],
  }))
}
