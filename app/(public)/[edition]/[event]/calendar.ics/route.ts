import ical from 'ical-generator'
import { refuse } from '@/domain/refusal'
import { baseUrl } from '@/server/env'
import { scheduleOf, visibleEvent } from '@/server/events/queries'
import { problem } from '@/server/problem'
import { currentActor } from '@/server/session'

type Place = { params: Promise<{ edition: string; event: string }> }

/** The event and its schedule for a calendar program, in UTC instants that each program shows in its own zone. */
export async function GET(_request: Request, { params }: Place) {
  const address = await params
  const found = await visibleEvent(await currentActor(), address.edition, address.event)
  if (!found) return problem(refuse('not-found'))
  const { event, competition, edition } = found
  const url = `${baseUrl()}/${edition.slug}/${event.slug}`
  const calendar = ical({ name: `${competition.name} · ${event.name}`, url, prodId: '//Apogee//Apogee//EN' })
  const place = [event.venue, event.city].filter(Boolean).join(', ')
  calendar.createEvent({
    id: event.id,
    summary: event.name,
    start: event.startsAt,
    end: event.endsAt,
    location: place,
    url,
  })
  for (const item of await scheduleOf(event.id)) {
    calendar.createEvent({
      id: item.id,
      summary: item.title,
      start: item.startsAt,
      end: item.endsAt ?? item.startsAt,
      location: item.place ?? place,
      url,
    })
  }
  return new Response(calendar.toString(), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': `inline; filename="${event.slug}.ics"`,
    },
  })
}
