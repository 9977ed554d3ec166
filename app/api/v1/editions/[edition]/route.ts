import { refuse } from '@/domain/refusal'
import { findEdition } from '@/server/editions/queries'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'

/** An edition: its claims with their sources, and its public events. */
export async function GET(_request: Request, { params }: { params: Promise<{ edition: string }> }) {
  const found = await findEdition((await params).edition)
  if (!found) return problem(refuse('not-found'))
  const { edition, competition, claims, events } = found
  return Response.json({
    slug: edition.slug,
    competition: competition.name,
    ordinal: edition.ordinal,
    year: edition.year,
    scope: edition.scope,
    startsOn: edition.startsOn,
    endsOn: edition.endsOn,
    finalOn: edition.finalOn,
    finalCity: edition.finalCity,
    claims,
    events: events.map(({ slug, name, level, country, city, timeZone, phase, state }) => ({
      slug,
      name,
      level,
      country,
      city,
      timeZone,
      phase,
      state,
    })),
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
