import { refuse } from '@/domain/refusal'
import { teamsOf, visibleEvent } from '@/server/events/queries'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { currentActor } from '@/server/session'

type Place = { params: Promise<{ edition: string; event: string }> }

/** The teams of an event, in their public fields. */
export async function GET(_request: Request, { params }: Place) {
  const address = await params
  const found = await visibleEvent(await currentActor(), address.edition, address.event)
  if (!found) return problem(refuse('not-found'))
  const teams = await teamsOf(found.event.id)
  const listed = teams
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ entry, slug, name, institution, country, project, challenge }) => ({
      entry,
      slug,
      name,
      institution,
      country,
      project,
      challenge,
    }))
  return Response.json({ teams: listed }, { headers: { 'cache-control': 'no-store' } })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
