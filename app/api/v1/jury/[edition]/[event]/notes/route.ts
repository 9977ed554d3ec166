import { jurorAnswer, jurorRoute } from '@/server/judging/juror-request'
import { readNote } from '@/server/judging/read-request'
import { writeNote } from '@/server/judging/write-note'
import { only } from '@/server/only-methods'

/** Keeps a juror's note on an entry. */
export const POST = jurorRoute(jurorAnswer(readNote, writeNote))

export const { GET, PUT, PATCH, DELETE, OPTIONS } = only('POST')
