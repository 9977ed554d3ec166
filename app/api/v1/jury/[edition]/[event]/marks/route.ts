import { isRefusal } from '@/domain/refusal'
import { ownSheet } from '@/server/judging/queries'
import { readBody, readMarks } from '@/server/judging/read-request'
import { saveMarks } from '@/server/judging/save-marks'
import { withinPace } from '@/server/judging/within-pace'
import { problem } from '@/server/problem'
import { sentenceOf, statusOf } from '@/server/refusals'
import { currentActor } from '@/server/session'

type Place = { params: Promise<{ edition: string; event: string }> }

const PRIVATE = { 'cache-control': 'no-store' }

/** The juror's own sheet. */
export async function GET(_request: Request, { params }: Place) {
  const sheet = await ownSheet(await currentActor(), await params)
  if (isRefusal(sheet)) return problem(sheet)
  const { criteria, entries, marks } = sheet
  const scored = new Set(entries.map(({ entry }) => entry))
  const body = {
    entries: entries.map(({ entry, team, order }) => ({ id: entry, team, order })),
    criteria: criteria.map(({ id, kind, name, weight, scale }) => ({ id, kind, name, weight, scale })),
    marks: marks.filter(({ entry }) => scored.has(entry)),
    ballots: entries.map(({ entry, status, reason }) => ({ entry, status, reason: reason ?? undefined })),
  }
  return Response.json(body, { headers: PRIVATE })
}

/** Saves marks, each on its own. 423 when every one was refused because something is closed to it. */
export async function POST(request: Request, { params }: Place) {
  const actor = await currentActor()
  const slow = withinPace(actor)
  if (slow) return problem(slow)
  const body = await readBody(request)
  if (isRefusal(body)) return problem(body)
  const marks = readMarks(body)
  if (isRefusal(marks)) return problem(marks)
  const outcome = await saveMarks(actor, { ...(await params), marks })
  if (isRefusal(outcome)) return problem(outcome)

  const { saved, conflicts } = outcome
  const rejected = outcome.rejected.map(({ id, refusal }) => ({
    id,
    code: refusal.code,
    message: sentenceOf(refusal),
  }))
  const first = outcome.rejected[0]?.refusal
  const closed =
    first &&
    saved.length + conflicts.length === 0 &&
    outcome.rejected.every(({ refusal }) => statusOf(refusal) === 423)
  return closed
    ? problem(first, { rejected })
    : Response.json({ saved, rejected, conflicts }, { headers: PRIVATE })
}
