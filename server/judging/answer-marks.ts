import 'server-only'
import { problem } from '../problem'
import { sentenceOf, statusOf } from '../refusals'
import { answered, jurorAnswer } from './juror-request'
import { readMarks } from './read-request'
import { type SavedMarks, saveMarks } from './save-marks'

/** Saves the marks a juror's device sends, each on its own, and says of each what became of it. */
export const answerMarks = jurorAnswer(readMarks, saveMarks, savedOrClosed)

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
