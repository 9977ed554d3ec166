import { isRefusal, type Refusal } from '@/domain/refusal'
import { sentenceOf } from '@/server/refusals'

/** What a use case of the story gives; the story stops with the sentence where one says no. */
export async function done<T>(outcome: Promise<T | Refusal>): Promise<T> {
  const given = await outcome
  if (!isRefusal(given)) return given
  throw new Error(`The story stops, ${given.code}: ${sentenceOf(given)} ${JSON.stringify(given.values)}`)
}
