'use server'

import { isRefusal } from '@/domain/refusal'
import { declareConflict } from '@/server/judging/declare-conflict'
import { sentenceOf } from '@/server/refusals'
import { currentActor } from '@/server/session'

/** A juror declares a tie to an entry. Answers the sentence that refused it, or nothing. */
export async function declare(
  address: { edition: string; event: string },
  entry: string,
  reason: string,
): Promise<string | undefined> {
  const { edition, event } = address
  if (![edition, event, entry, reason].every((one) => typeof one === 'string')) return undefined
  const outcome = await declareConflict(await currentActor(), { edition, event, entry, reason })
  return isRefusal(outcome) ? sentenceOf(outcome) : undefined
}
