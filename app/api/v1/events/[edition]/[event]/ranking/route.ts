import { isRefusal, refuse } from '@/domain/refusal'
import { findEvent } from '@/server/events/find-event'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { computeRanking } from '@/server/ranking/compute-ranking'
import { currentActor } from '@/server/session'

type Place = { params: Promise<{ edition: string; event: string }> }

/** The first places as they stand, for the jury desk's peek. A POST, because each look is written down. */
export async function POST(_request: Request, { params }: Place) {
  const { edition, event } = await params
  const found = await findEvent(edition, event)
  const look = found && (await computeRanking(await currentActor(), { event: found.event.id }))
  if (!look) return problem(refuse('not-found'))
  if (isRefusal(look)) return problem(look)
  const names = new Map(look.record.entries.map(({ id, team }) => [id, team.name]))
  const places = look.ranking.ranking
    .slice(0, 6)
    .map(({ entry, rank, score }) => ({ rank, team: names.get(entry), score }))
  return Response.json({ places }, { headers: { 'cache-control': 'no-store' } })
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = only('POST')
