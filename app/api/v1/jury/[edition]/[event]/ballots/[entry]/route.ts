import { jurorRequest } from '@/server/judging/juror-request'
import { readBallot } from '@/server/judging/read-request'
import { setBallotStatus } from '@/server/judging/set-ballot-status'

/** Submits the own ballot, recuses from it, or reopens it. */
export const POST = jurorRequest(readBallot, setBallotStatus)
