import { isRefusal } from '@/domain/refusal'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { exportEvent } from '@/server/publishing/export-event'
import { currentActor } from '@/server/session'

type Place = { params: Promise<{ edition: string; event: string }> }

/** Everything of the event, marks with their history included, for its organizer. */
export async function GET(_request: Request, { params }: Place) {
  const { edition, event } = await params
  const everything = await exportEvent(await currentActor(), edition, event)
  if (isRefusal(everything)) return problem(everything)
  return Response.json(everything, {
    headers: {
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${encodeURIComponent(`${edition}-${event}`)}.json"`,
    },
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
