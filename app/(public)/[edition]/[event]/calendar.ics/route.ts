import ical from 'ical-generator'
import { getTranslations } from 'next-intl/server'
import { refuse } from '@/domain/refusal'
import { baseUrl } from '@/server/env'
import { scheduleOf, visibleEvent } from '@/server/events/queries'
import { problem } from '@/server/problem'
import { ownCalendar } from '@/server/schedule/calendar-link'
import { currentActor } from '@/server/session'

type Place = { params: Promise<{ edition: string; event: string }> }

const DEADLINES = ['rosterLocksAt', 'submissionsDueAt'] as const

/**
 * The event and its schedule for a calendar program, in UTC instants that each program shows in its own zone. With
 * `?own=` and somebody's key also what is theirs: the team, its place in the order, and the deadlines that bind it.
 */
export async function GET(request: Request, { params }: Place) {
  const address = await params
  const found = await visibleEvent(await currentActor(), address.edition, address.event)
  if (!found) return problem(refuse('not-found'))
  const { event, competition, edition } = found
  const key = new URL(request.url).searchParams.get('own')
  const own = key === null ? null : await ownCalendar(event.id, key)
  if (key !== null && !own) return problem(refuse('not-found'))
  const t = await getTranslations('schedule')
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
    description: own?.team
      ? [t('own-team', { team: own.team }), own.pitch && t('own-pitch', { order: own.pitch })]
          .filter(Boolean)
          .join('\n')
      : undefined,
  })
  for (const name of DEADLINES) {
    const due = event[name]
    if (own && due)
      calendar.createEvent({
        id: `${event.id}-${name}`,
        summary: t(`deadline.${name}`),
        start: due,
        end: due,
        url,
      })
  }
  for (const item of await scheduleOf(event.id)) {
    calendar.createEvent({
      id: item.id,
      summary: item.track ? `${item.title} (${item.track})` : item.title,
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
