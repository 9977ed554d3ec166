import { isRefusal } from '@/domain/refusal'
import { readBallot, readBody } from '@/server/judging/read-request'
import { setBallotStatus } from '@/server/judging/set-ballot-status'
import { withinPace } from '@/server/judging/within-pace'
import { problem } from '@/server/problem'
import { currentActor } from '@/server/session'

/** Submits the own ballot, recuses from it, or reopens it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ edition: string; event: string; entry: string }> },
) {
  const actor = await currentActor()
  const slow = withinPace(actor)
  if (slow) return problem(slow)
  const body = await readBody(request)
  const asked = isRefusal(body) ? body : readBallot(body)
  if (isRefusal(asked)) return problem(asked)
  const outcome = await setBallotStatus(actor, { ...(await params), ...asked })
  return isRefusal(outcome)
    ? problem(outcome)
    : Response.json(outcome, { headers: { 'cache-control': 'no-store' } })
}
