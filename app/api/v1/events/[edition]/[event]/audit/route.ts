import { isRefusal } from '@/domain/refusal'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { auditOf } from '@/server/publishing/audit-of'
import { currentActor } from '@/server/session'

type Place = { params: Promise<{ edition: string; event: string }> }

/** The event's audit chain. */
export async function GET(_request: Request, { params }: Place) {
  const { edition, event } = await params
  const chain = await auditOf(await currentActor(), edition, event)
  if (isRefusal(chain)) return problem(chain)
  return Response.json({ chain }, { headers: { 'cache-control': 'no-store' } })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
