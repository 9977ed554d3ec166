import 'server-only'
import { transaction } from '@/db/client'
import { isRefusal, type Refusal } from '@/domain/refusal'

/** Runs several use cases as one: when one of them is refused, none of them has happened. */
export async function allOrNothing<T>(work: () => Promise<T | Refusal>): Promise<T | Refusal> {
  return transaction(async () => {
    const outcome = await work()
    if (isRefusal(outcome)) throw new RolledBack(outcome)
    return outcome
  }).catch((error: unknown) => {
    if (error instanceof RolledBack) return error.refusal
    throw error
  })
}

/** Rolls the transaction back and carries the refusal out of it. */
class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}
