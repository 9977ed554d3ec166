import { refuse } from '@/domain/refusal'
import { claimsOf, eventCounts, partnersOf, promotesTo, visibleEvent } from '@/server/events/queries'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { currentActor } from '@/server/session'

type Place = { params: Promise<{ edition: string; event: string }> }

/** An event: where, when, how far it has come, and how many take part. */
export async function GET(_request: Request, { params }: Place) {
  const address = await params
  const found = await visibleEvent(await currentActor(), address.edition, address.event)
  if (!found) return problem(refuse('not-found'))
  const { event, edition, facts } = found
  const body = {
    edition: edition.slug,
    slug: event.slug,
    name: event.name,
    level: event.level,
    place: {
      country: event.country,
      city: event.city,
      venue: event.venue,
      latitude: event.latitude,
      longitude: event.longitude,
    },
    hostEvent: event.hostEvent,
    timeZone: event.timeZone,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    registrationOpensAt: event.registrationOpensAt,
    registrationClosesAt: event.registrationClosesAt,
    submissionsDueAt: event.submissionsDueAt,
    phase: facts.phase,
    exampleData: event.exampleData,
    counts: await eventCounts(event.id, event.startsAt.toISOString().slice(0, 10)),
    claims: await claimsOf(event.id),
    partners: await partnersOf(event.id),
    promotesTo: (await promotesTo(found))?.address ?? null,
  }
  // A draft is there for its organizer alone, so no cache may answer for us.
  return Response.json(body, { headers: { 'cache-control': 'no-store' } })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
