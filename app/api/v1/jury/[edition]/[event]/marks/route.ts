import { isRefusal } from '@/domain/refusal'
import { answered, jurorRequest } from '@/server/judging/juror-request'
import { ownSheet } from '@/server/judging/queries'
import { type Place, readMarks } from '@/server/judging/read-request'
import { type SavedMarks, saveMarks } from '@/server/judging/save-marks'
import { only } from '@/server/only-methods'
import { outageAnswer } from '@/server/outage'
import { problem } from '@/server/problem'
import { sentenceOf, statusOf } from '@/server/refusals'
import { currentActor } from '@/server/session'

/** The juror's own sheet. */
export async function GET(_request: Request, { params }: { params: Promise<Place> }) {
  const outage = await outageAnswer('/api/')
  if (outage) return outage
  const sheet = await ownSheet(await currentActor(), await params)
  if (isRefusal(sheet)) return problem(sheet)
  const { criteria, entries, marks, reminder } = sheet
  const scored = new Set(entries.map(({ entry }) => entry))
  return answered({
    entries: entries.map(({ entry, team, order }) => ({ id: entry, team, order })),
    criteria: criteria.map(({ id, kind, name, weight, scale }) => ({ id, kind, name, weight, scale })),
    marks: marks.filter(({ entry }) => scored.has(entry)),
    ballots: entries.map(({ entry, status, reason }) => ({ entry, status, reason: reason ?? undefined })),
    reminder,
  })
}

/** Saves marks, each on its own. */
export const POST = jurorRequest(readMarks, saveMarks, savedOrClosed)

/** 423 when every one was refused because something is closed to it. */
function savedOrClosed({ saved, rejected, conflicts }: SavedMarks): Response {
  const refused = rejected.map(({ id, refusal }) => ({
    id,
    code: refusal.code,
    field: refusal.field,
    message: sentenceOf(refusal),
  }))
  const [first] = rejected
  const nothingKept = saved.length + conflicts.length === 0
  if (first && nothingKept && rejected.every(({ refusal }) => statusOf(refusal) === 423))
    return problem(first.refusal, { rejected: refused })
  return answered({ saved, rejected: refused, conflicts })
}

export const { PUT, PATCH, DELETE, OPTIONS } = only('GET', 'POST')
