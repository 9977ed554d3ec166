'use server'

import { z } from 'zod'
import { isRefusal } from '@/domain/refusal'
import { refusalOf } from '@/server/action'
import { declareConflict } from '@/server/judging/declare-conflict'
import { sentenceOf } from '@/server/refusals'
import { currentActor } from '@/server/session'

const text = z.string().max(10_000)
const tie = z.object({ edition: text, event: text, entry: text, reason: text })

/** A juror declares a tie to an entry. Answers the sentence that refused it, or nothing. */
export async function declare(
  address: { edition: string; event: string },
  entry: string,
  reason: string,
): Promise<string | undefined> {
  const said = tie.safeParse({ ...address, entry, reason })
  if (!said.success) return sentenceOf(refusalOf(said.error))
  const outcome = await declareConflict(await currentActor(), said.data)
  return isRefusal(outcome) ? sentenceOf(outcome) : undefined
}
