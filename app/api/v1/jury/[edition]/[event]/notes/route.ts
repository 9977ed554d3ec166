import { jurorRequest } from '@/server/judging/juror-request'
import { readNote } from '@/server/judging/read-request'
import { writeNote } from '@/server/judging/write-note'

/** Keeps a juror's note on an entry. */
export const POST = jurorRequest(readNote, writeNote)
