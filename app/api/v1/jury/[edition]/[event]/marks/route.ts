import { isRefusal } from '@/domain/refusal'
import { answerMarks } from '@/server/judging/answer-marks'
import { answered, jurorRoute } from '@/server/judging/juror-request'
import { ownSheet } from '@/server/judging/queries'
import type { Place } from '@/server/judging/read-request'
import { only } from '@/server/only-methods'
import { outageAnswer } from '@/server/outage'
import { problem } from '@/server/problem'
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

/** Saves marks, each on its own. `npm start` answers these before they come here (server/judging/fast-lane.ts). */
export const POST = jurorRoute(answerMarks)

export const { PUT, PATCH, DELETE, OPTIONS } = only('GET', 'POST')
