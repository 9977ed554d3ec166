import { isRefusal } from '@/domain/refusal'
import { readBody, readNote } from '@/server/judging/read-request'
import { withinPace } from '@/server/judging/within-pace'
import { writeNote } from '@/server/judging/write-note'
import { problem } from '@/server/problem'
import { currentActor } from '@/server/session'

/** Keeps a juror's note on an entry. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ edition: string; event: string }> },
) {
  const actor = await currentActor()
  const slow = withinPace(actor)
  if (slow) return problem(slow)
  const body = await readBody(request)
  const note = isRefusal(body) ? body : readNote(body)
  if (isRefusal(note)) return problem(note)
  const outcome = await writeNote(actor, { ...(await params), ...note })
  return isRefusal(outcome)
    ? problem(outcome)
    : Response.json(outcome, { headers: { 'cache-control': 'no-store' } })
}
