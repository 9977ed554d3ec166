import { jurorAnswer, jurorRoute } from '@/server/judging/juror-request'
import { readBallot } from '@/server/judging/read-request'
import { setBallotStatus } from '@/server/judging/set-ballot-status'
import { only } from '@/server/only-methods'

/** Submits the own ballot, recuses from it, or reopens it. */
export const POST = jurorRoute(jurorAnswer(readBallot, setBallotStatus))

export const { GET, PUT, PATCH, DELETE, OPTIONS } = only('POST')
